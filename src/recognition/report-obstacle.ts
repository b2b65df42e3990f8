import { OBSTACLE_KINDS, type Obstacle, type ReportObstacle } from '../obstacles.ts';
import type { Refusal } from '../views.ts';
import { findAlike } from './alike-obstacles.ts';
import { answer } from './answer.ts';
import type { Decision } from './decision.ts';
import { type Managing, offersTo, putBefore, shown } from './obstacle-news.ts';
import type { Person } from './organization.ts';
import { pointedAt } from './points-at.ts';
import { named } from './story-heroes.ts';
import { isBlank, NAME_LIMIT, OBSTACLE_LIMIT, tidy, tidyName, tooLong } from './words.ts';

type Known = {
  readonly command: ReportObstacle;
  /** For the obstacle, should there be a new one. One without a name gets an id that says nothing of when. */
  readonly id: string;
  readonly reporter: Person;
  readonly colleagues: readonly Person[];
  /** Whom the platform knows to be mentioned in the words. */
  readonly mentioned: readonly Person[];
  /** The newest first. */
  readonly open: readonly Obstacle[];
  /** The ids of those that the reporter waits for by name, or is on. */
  readonly concerned: ReadonlySet<string>;
  readonly managing: Managing;
  /** Where the organization is, it is this day. */
  readonly day: string;
};

/**
 * Notes what stands in the way, once: what is known already is counted up instead. Words that point at a colleague go
 * back. Without a name nothing of the decision says who, or more than the day; those who manage hear of it the morning
 * after, since a message that came at once would tell the time.
 */
export function reportObstacle(known: Known): Decision {
  const { command, reporter } = known;
  const words = tidy(command.words);
  const touchpoint = tidyName(command.touchpoint);
  const fault = faultIn(known, words, touchpoint);
  if (fault) return answer(fault);
  const waits = command.named ? reporter.id : null;
  const alike = findAlike(words, known.open);
  if (alike) return cameUp(known, alike, waits);
  const obstacle: Obstacle = {
    id: known.id,
    words,
    kind: OBSTACLE_KINDS.find((kind) => kind === command.kind) ?? null,
    touchpoint,
    reporter: command.named ? named(reporter) : null,
    origin: command.named ? 'named' : 'nameless',
    times: 1,
    at: command.named ? command.at : known.day,
    now: { state: 'reported' },
  };
  return {
    reply: shown(obstacle, 'reported', command.named ? offersTo(obstacle, reporter) : []),
    facts: [{ type: 'obstacle-reported', ...stampOf(known), obstacle, waits, story: null }],
    announce: command.named
      ? putBefore(
          known.managing.filter((person) => person !== reporter.id),
          obstacle,
        )
      : [],
  };
}

function faultIn(known: Known, words: string, touchpoint: string | null): Refusal | null {
  if (isBlank(words)) return { type: 'refusal', reason: 'obstacle-without-words' };
  const long = tooLong('words', words, OBSTACLE_LIMIT) ?? tooLong('touchpoint', touchpoint, NAME_LIMIT);
  if (long) return long;
  const people = [...new Set([...known.mentioned, ...pointedAt(words, known.colleagues)])];
  if (people.length === 0) return null;
  return { type: 'refusal', reason: 'points-at-somebody', field: 'words', people: people.map(named), words };
}

function cameUp(known: Known, alike: Obstacle, waits: string | null): Decision {
  if (waits !== null && known.concerned.has(alike.id)) {
    return answer(shown(alike, 'said-before', offersTo(alike, known.reporter)));
  }
  const obstacle = { ...alike, times: alike.times + 1 };
  return {
    reply: shown(obstacle, 'joined', waits === null ? [] : offersTo(obstacle, known.reporter)),
    facts: [{ type: 'obstacle-came-up', ...stampOf(known), obstacle: alike.id, waits, story: null }],
    announce: [],
  };
}

function stampOf({ command, reporter, day }: Known) {
  return { organization: reporter.organization, at: command.named ? command.at : day };
}
