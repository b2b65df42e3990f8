import type { DigestBelow } from '../digest-below.ts';
import type { AliveIdea, DigestIdeas, Idea, Noticed } from '../ideas.ts';
import type { Story } from '../views.ts';

/** As many ideas as a digest tells: the others wait for the next. */
export const IDEAS_TOLD = { alive: 10, looking: 3 } as const;

/** More than a company clears in a week; what is left stands in the next digest. */
export const CLEARED_TOLD = 10;

/** The parts that have something in them, or nothing at all. */
export function below({ ideas, cleared }: Required<DigestBelow>): { readonly below?: DigestBelow } {
  const parts: DigestBelow = {
    ...(ideas.alive.length + ideas.looking.length === 0 ? {} : { ideas }),
    ...(cleared.length === 0 ? {} : { cleared }),
  };
  return Object.keys(parts).length === 0 ? {} : { below: parts };
}

/** With an idea as it is `now`, or without it when that is null. */
export function withIdea(before: DigestBelow | undefined, idea: string, now: Idea | null): DigestBelow {
  const kept = (one: Idea) => (one.id !== idea ? [one] : now === null ? [] : [now]);
  return edited(before, ({ alive, looking }) => ({
    alive: alive.flatMap((one) => kept(one.idea).map((its): AliveIdea => ({ ...one, idea: its }))),
    looking: looking.flatMap(kept),
  }));
}

/** With a story's words as they are `now` where they stand with an idea, or without them when that is null. */
export function withStory(before: DigestBelow | undefined, story: string, now: Story | null): DigestBelow {
  return edited(before, ({ alive, looking }) => ({
    alive: alive.map((one) => (one.noticed?.story === story ? { ...one, noticed: noticedIn(now) } : one)),
    looking,
  }));
}

function edited(before: DigestBelow | undefined, edit: (ideas: DigestIdeas) => DigestIdeas): DigestBelow {
  return before?.ideas === undefined ? (before ?? {}) : { ...before, ideas: edit(before.ideas) };
}

/** What may stand with an idea where all can read it: the words of a settled win for everyone, and no others. */
export function noticedIn(story: Story | null): Noticed | null {
  if (story?.lane !== 'win' || story.audience !== 'everyone' || !story.settled) return null;
  const { id, words, voice, customer, teller } = story;
  return { story: id, words, voice, customer, teller };
}
