import type { RetractStory } from '../commands.ts';
import type { Praise, Story } from '../views.ts';
import { withdrawStory } from './announce-story.ts';
import { answer, refuse } from './answer.ts';
import type { Announcement, Decision } from './decision.ts';
import { changeRefused, mayRewrite } from './may-change.ts';
import type { Person } from './organization.ts';
import { reviseDigest, type TellingDigest } from './revise-digest.ts';

type Known = {
  readonly command: RetractStory;
  readonly person: Person;
  readonly story: Story | null;
  readonly telling: TellingDigest | null;
  /** The praise that the story was settled from, if it was. */
  readonly praise: Praise | null;
};

/**
 * Takes a story back, everywhere. The words are given back to the asker; a customer's praise waits in the inbox again.
 * Whoever settled that praise may undo it as well as its teller.
 */
export function retractStory({ command, person, story, telling, praise }: Known): Decision {
  if (story === null && command.which === 'my-last') return refuse({ reason: 'nothing-to-undo' });
  const settledIt = praise?.state.status === 'settled' && praise.state.by.person === person.id;
  const refused = changeRefused(story, person, settledIt ? () => true : mayRewrite);
  if (refused || story === null) return answer(refused ?? { type: 'refusal', reason: 'story-unknown' });
  // What has expired cannot wait again: the words are with the story, and so with whoever takes it back.
  const reopened = praise !== null && praise.state.status !== 'expired';
  const waiting: Praise | null = reopened ? { ...praise, state: { status: 'waiting' } } : null;
  const stamp = { organization: person.organization, at: command.at };
  return {
    reply: { type: 'story-retracted', words: story.words, heroes: story.heroes, waitsAgain: reopened },
    facts: [
      { type: 'story-retracted', ...stamp, story, by: person.id },
      ...(waiting ? [{ type: 'praise-reopened', ...stamp, praise: waiting } as const] : []),
    ],
    announce: [...withdrawStory(story), ...reviseDigest(telling, story.id, null), ...waitsAgain(waiting)],
  };
}

function waitsAgain(waiting: Praise | null): readonly Announcement[] {
  if (waiting === null) return [];
  const view = { type: 'praise-waiting', praise: waiting } as const;
  return [{ to: 'wherever-it-stands', about: { kind: 'praise', id: waiting.id }, view }];
}
