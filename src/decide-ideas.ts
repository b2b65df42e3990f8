import { randomUUIDv7 } from 'node:crypto';
import type { BackIdea, Idea, IdeaAsked, LinkIdea, ProposeIdea, UnlinkIdea } from './ideas.ts';
import type { Reading } from './ports.ts';
import { backIdea, bringIdeaAlive, restIdea, wakeIdea } from './recognition/answer-idea.ts';
import { rewordIdea, withdrawIdea } from './recognition/change-idea.ts';
import type { Decision } from './recognition/decision.ts';
import { lendHand } from './recognition/lend-hand.ts';
import { ideaSpokenOf, linkIdea } from './recognition/link-idea.ts';
import type { Asker, Person } from './recognition/organization.ts';
import { proposeIdea } from './recognition/propose-idea.ts';
import { reviseIdea, reviseNoticed } from './recognition/revise-ideas.ts';
import { tidy } from './recognition/words.ts';
import { termsOf } from './recognition/words-in-common.ts';
import type { Story } from './views.ts';

/** Of those with words in common, as many as are looked at closely. */
const LOOKED_AT = 30;

/** Loads what the rule of a command about an idea needs, and runs it. */
export async function decideIdea(read: Reading, person: Person, command: IdeaAsked): Promise<Decision> {
  if (command.type === 'propose-idea') return decidePropose(read, person, command);
  const idea = await read.idea(person.organization, command.idea);
  switch (command.type) {
    case 'reword-idea':
      return alsoInDigests(read, person, rewordIdea({ command, person, idea }));
    case 'withdraw-idea':
      return alsoInDigests(read, person, withdrawIdea({ command, person, idea }));
    case 'back-idea':
      return decideBack(read, person, command);
    case 'rest-idea':
      return restIdea({ command, person, idea });
    case 'wake-idea':
      return wakeIdea({ command, person, idea });
    case 'bring-idea-alive':
      return bringIdeaAlive({ command, person, idea });
    case 'lend-hand':
    case 'take-hand-back':
      return lendHand({ command, person, idea });
    case 'link-idea':
    case 'unlink-idea':
      return decideLink(read, person, command);
    default:
      return command satisfies never;
  }
}

async function decidePropose(read: Reading, author: Person, command: ProposeIdea): Promise<Decision> {
  const words = tidy(command.words);
  const inTheseWords = await read.ideaInTheseWords(author.id, words);
  const sharing = command.anyway ? [] : await read.ideasSharing(author.organization, termsOf(words), LOOKED_AT);
  return proposeIdea({ command, id: randomUUIDv7(), author, inTheseWords, sharing });
}

async function decideBack(read: Reading, person: Person, command: BackIdea): Promise<Decision> {
  const idea = await read.idea(person.organization, command.idea);
  const backerLeft = idea?.now.state === 'backed' && (await read.isDeactivated(idea.now.backing.by.person));
  return backIdea({ command, person, idea, backerLeft });
}

async function decideLink(read: Reading, person: Person, command: LinkIdea | UnlinkIdea): Promise<Decision> {
  const { organization } = person;
  const story = await read.story(organization, command.story);
  const linked = await read.ideaOfStory(organization, command.story);
  const decision = linkIdea({
    command,
    person,
    idea: await read.idea(organization, command.idea),
    story,
    praise: await read.praiseOfStory(organization, command.story),
    linked,
  });
  if (linked === null || decision.facts.length === 0) return decision;
  const before = reviseNoticed(linked, await read.digestsTellingIdea(organization, linked.id), command.story, null);
  return { ...decision, announce: [...before.filter(({ about }) => about.kind === 'digest'), ...decision.announce] };
}

/** What a digest says of an idea changes with it. */
async function alsoInDigests(read: Reading, { organization }: Person, decision: Decision): Promise<Decision> {
  const announce = [...decision.announce];
  for (const fact of decision.facts) {
    if (fact.type !== 'idea-changed' && fact.type !== 'idea-withdrawn') continue;
    const now = fact.type === 'idea-changed' ? fact.idea : null;
    const id = now?.id ?? (typeof fact.idea === 'string' ? fact.idea : fact.idea.id);
    announce.push(...reviseIdea(await read.digestsTellingIdea(organization, id), id, now));
  }
  return { ...decision, announce };
}

/** Where a story is changed that is linked to an idea, what stands of it there changes too. */
export async function alsoWhereLinked(read: Reading, organization: string, decision: Decision): Promise<Decision> {
  const announce = [...decision.announce];
  for (const fact of decision.facts) {
    const changed = storyIn(fact);
    const idea = changed && (await read.ideaOfStory(organization, changed.story.id));
    if (!idea) continue;
    const telling = await read.digestsTellingIdea(organization, idea.id);
    announce.push(...reviseNoticed(idea, telling, changed.story.id, changed.now));
  }
  return announce.length === decision.announce.length ? decision : { ...decision, announce };
}

function storyIn(fact: Decision['facts'][number]): { readonly story: Story; readonly now: Story | null } | null {
  switch (fact.type) {
    case 'story-retracted':
      return { story: fact.story, now: null };
    case 'story-moved':
    case 'words-corrected':
    case 'details-added':
      return { story: fact.story, now: fact.story };
    default:
      return null;
  }
}

/** With the idea that a story just told may be about, for whoever told or settled it to say. */
export async function soundingLike(read: Reading, { person, ideas }: Asker, decision: Decision): Promise<Decision> {
  const { reply } = decision;
  const told = reply.type === 'kudos-given' || reply.type === 'praise-settled' ? reply.story : null;
  if (!ideas || told === null) return decision;
  const soundsLike = await ideaMeant(read, person.organization, told);
  if (soundsLike === null) return decision;
  // Whoever brought the customer's words may say so as well as whoever settled them.
  const announce = decision.announce.map((one) =>
    one.view.type === 'praise-settled' ? { ...one, view: { ...one.view, soundsLike } } : one,
  );
  return { ...decision, reply: { ...reply, soundsLike } as Decision['reply'], announce };
}

/** The idea that a story may be about, by its words. */
export async function ideaMeant(read: Reading, organization: string, story: Story): Promise<Idea | null> {
  return ideaSpokenOf(story, await read.ideasSharing(organization, termsOf(story.words), LOOKED_AT));
}
