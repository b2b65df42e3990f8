import type { Instant, Nominate, WithdrawNomination } from '../commands.ts';
import type { Nomination, Story } from '../views.ts';
import { answer, refuse } from './answer.ts';
import type { About, Decision, Fact } from './decision.ts';
import type { Person } from './organization.ts';
import { heroesFrom, isRefusal, type Mentioned, named } from './story-heroes.ts';
import { STORY_LIMIT, tidy } from './words.ts';

/** A nomination, and the id of the story that it became; null while it waits. */
export type KnownNomination = { readonly nomination: Nomination; readonly story: string | null };

type Known = {
  readonly command: Nominate;
  readonly id: string;
  readonly nominator: Person;
  readonly heroes: readonly Mentioned[];
  /** The nominator's earlier nomination of this message. */
  readonly earlier: KnownNomination | null;
  /** The story that the earlier one became, while it stands. */
  readonly told: Story | null;
  /** Until when the nominator took their marks of this message back. */
  readonly withdrawnUntil: Instant | null;
};

/** Proposes a message as a story: the nominator is asked in private, once, and nobody else hears of it yet. */
export function nominate(known: Known): Decision {
  const { command, nominator, earlier, told, withdrawnUntil } = known;
  if (withdrawnUntil !== null && command.markedAt <= withdrawnUntil) return answer({ type: 'nomination-withdrawn' });
  if (told) return refuse({ reason: 'already-told', story: told.id, at: told.at });
  if (earlier && earlier.story === null) return answer({ type: 'nomination-waiting', nomination: earlier.nomination });
  const heroes = heroesFrom(known.heroes, nominator);
  if (isRefusal(heroes))
    return heroes.reason === 'only-yourself' ? refuse({ reason: 'own-message-marked' }) : answer(heroes);
  const { channel, message, permalink, words } = command.message;
  const nomination: Nomination = {
    id: known.id,
    by: named(nominator),
    message: { connection: command.by.connection, channel, message, permalink, words: shortened(tidy(words)) },
    heroes,
    at: command.at,
  };
  const view = { type: 'nomination-waiting', nomination } as const;
  return {
    reply: view,
    facts: [{ type: 'message-nominated', organization: nominator.organization, at: command.at, nomination }],
    announce: [{ to: { kind: 'person', person: nominator.id }, about: aboutNomination(nomination.id), view }],
  };
}

/** What stands of a nomination: the question to the nominator. */
export function aboutNomination(id: string): About {
  return { kind: 'nomination', id };
}

type KnownWithdrawal = {
  readonly command: WithdrawNomination;
  readonly person: Person;
  readonly known: KnownNomination | null;
};

/**
 * Takes a nomination back while it waits; the question to the nominator goes, or is never asked. That a mark was taken
 * away is remembered: it may be heard of before the mark.
 */
export function withdrawNomination({ command, person, known }: KnownWithdrawal): Decision {
  const view = { type: 'nomination-withdrawn' } as const;
  const remembered = remember(command, person);
  if (known === null || known.story !== null) {
    const reply = known === null && remembered.length > 0 ? view : refuse({ reason: 'nomination-unknown' }).reply;
    return { reply, facts: remembered, announce: [] };
  }
  const { id } = known.nomination;
  const stamp = { organization: person.organization, at: command.at };
  return {
    reply: view,
    facts: [{ type: 'nomination-withdrawn', ...stamp, nomination: id }, ...remembered],
    announce: [{ to: 'wherever-it-stands', about: aboutNomination(id), view }],
  };
}

function remember({ by, message, until, at }: WithdrawNomination, { id, organization }: Person): readonly Fact[] {
  if (until === null) return [];
  const where = { ...message, connection: by.connection };
  return [{ type: 'withdrawal-remembered', organization, at, person: id, message: where, until }];
}

/** A message may be longer than a story: it is cut to one, visibly. */
function shortened(words: string): string {
  const mark = ' […]';
  return words.length > STORY_LIMIT ? `${words.slice(0, STORY_LIMIT - mark.length).toWellFormed()}${mark}` : words;
}
