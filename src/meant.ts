import { ideaMeant } from './decide-ideas.ts';
import type { Reading } from './ports.ts';
import type { Decision } from './recognition/decision.ts';
import type { Asker } from './recognition/organization.ts';
import { suggestTouchpoint } from './recognition/suggest-touchpoint.ts';
import type { Meant, Story } from './views.ts';

/** What a story may be about that its teller has not said yet. */
export async function meantBy(read: Reading, organization: string, story: Story): Promise<Meant> {
  const linked = await read.ideaOfStory(organization, story.id);
  const idea = linked === null ? await ideaMeant(read, organization, story) : null;
  return { ...(idea === null ? {} : { soundsLike: idea }), ...(await placeMeant(read, organization, story)) };
}

/** With the touchpoint that the words of a story just told may mean. */
export async function mayBeAt(read: Reading, { person }: Asker, decision: Decision): Promise<Decision> {
  const { reply } = decision;
  if (reply.type !== 'kudos-given') return decision;
  return { ...decision, reply: { ...reply, ...(await placeMeant(read, person.organization, reply.story)) } };
}

async function placeMeant(read: Reading, organization: string, { words, touchpoint }: Story): Promise<Meant> {
  if (touchpoint !== null) return {};
  const named = suggestTouchpoint(words, await read.touchpoints(organization));
  return named === null ? {} : { mayBeAt: { id: named.id, name: named.name } };
}
