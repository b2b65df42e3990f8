import type { Instant, RetractStory } from '../commands.ts';
import type { Decision } from './decision.ts';
import type { Person } from './organization.ts';

/** A story that waits for its platform to complete it. */
export type UndecidedStory = { readonly key: string; readonly words: string; readonly at: Instant };

type Known = { readonly command: RetractStory; readonly person: Person; readonly story: UndecidedStory };

/** Takes a story back before it is told: nobody hears of it, and its words are given back. */
export function callOff({ command, person, story }: Known): Decision {
  const reply = { type: 'story-retracted', words: story.words, heroes: [], waitsAgain: false } as const;
  const stamp = { organization: person.organization, at: command.at };
  return { reply, facts: [{ type: 'telling-called-off', ...stamp, key: story.key, reply }], announce: [] };
}
