import type { Announce, GiveKudos, Instant } from '../commands.ts';
import type { Refusal, Story } from '../views.ts';
import { announceStory } from './announce-story.ts';
import { answer, refuse } from './answer.ts';
import type { Decision } from './decision.ts';
import { tellsOfRepair } from './lane-cues.ts';
import type { Person } from './organization.ts';
import { heroesFrom, isRefusal, type Mentioned, named, sameHeroes } from './story-heroes.ts';
import { isBlank, NAME_LIMIT, STORY_LIMIT, tidy, tidyName, tooLong, WHAT_BROKE_LIMIT } from './words.ts';

/** What is known around a story that is being told. */
export type Telling = {
  readonly id: string;
  readonly teller: Person;
  readonly heroes: readonly Mentioned[];
  /** Stories that the teller told in these words within `SAME_STORY_HOURS`. */
  readonly inTheseWords: readonly Story[];
  /** Whether channels hear of stories at once. */
  readonly announce: Announce;
};

type Known = Telling & { readonly command: GiveKudos };

/** Within this time the same words about the same people by the same teller are the same story. */
const SAME_STORY_HOURS = 24;

/** The moment since when the same words count as already told. */
export function sameStorySince(at: Instant): Instant {
  return new Date(Date.parse(at) - SAME_STORY_HOURS * 3_600_000).toISOString();
}

/**
 * Tells a story. What broke makes it a recovery; words that carry both a problem and a repair make it a win whose
 * lane is asked about, and which waits outside the digest until somebody answers.
 */
export function giveKudos(known: Known): Decision {
  const { command, teller } = known;
  const heroes = heroesFrom(known.heroes, teller);
  if (isRefusal(heroes)) return answer(heroes);
  const typed = tidied(command);
  const fault = faultIn(typed);
  if (fault) return answer(fault);
  const { words, whatBroke, customer, touchpoint } = typed;
  const told = known.inTheseWords.find((story) => sameHeroes(story.heroes, heroes));
  if (told) return refuse({ reason: 'already-told', story: told.id, at: told.at });

  const facts = {
    id: known.id,
    words,
    heroes,
    teller: named(teller),
    voice: 'colleague',
    customer,
    touchpoint,
    audience: command.audience,
    permalink: command.permalink,
    at: command.at,
    cheers: 0,
  } as const;
  const story: Story =
    whatBroke === null
      ? { ...facts, lane: 'win', settled: !tellsOfRepair(words) }
      : { ...facts, lane: 'recovery', whatBroke };
  return {
    reply: { type: 'kudos-given', story },
    facts: [{ type: 'story-told', organization: teller.organization, at: command.at, story, praise: null }],
    announce: announceStory(story, known.announce === 'digest-only' ? null : command.where),
  };
}

type Typed = Pick<GiveKudos, 'words' | 'whatBroke' | 'customer' | 'touchpoint'>;

function tidied({ words, whatBroke, customer, touchpoint }: Typed): Typed {
  return {
    words: tidy(words),
    whatBroke: whatBroke === null ? null : tidy(whatBroke),
    customer: tidyName(customer),
    touchpoint: tidyName(touchpoint),
  };
}

function faultIn({ words, whatBroke, customer, touchpoint }: Typed): Refusal | null {
  if (isBlank(words)) return { type: 'refusal', reason: 'no-words' };
  if (whatBroke !== null && isBlank(whatBroke)) return { type: 'refusal', reason: 'what-broke-missing' };
  return (
    tooLong('words', words, STORY_LIMIT) ??
    tooLong('whatBroke', whatBroke, WHAT_BROKE_LIMIT) ??
    tooLong('customer', customer, NAME_LIMIT) ??
    tooLong('touchpoint', touchpoint, NAME_LIMIT)
  );
}
