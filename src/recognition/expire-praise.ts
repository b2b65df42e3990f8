import type { ExpirePraise, Instant } from '../commands.ts';
import type { Praise } from '../views.ts';
import type { Decision } from './decision.ts';

/** A complaint, or what came by mistake, is kept only for as long as a slip may be noticed. */
const NOT_PRAISE_DAYS = 7;

type Known = {
  readonly command: ExpirePraise;
  /** For how many days the organization keeps settled praise. */
  readonly praiseDays: number;
  readonly settled: readonly Praise[];
};

/** What was settled before these moments is kept no longer. */
export function keptSince(now: Instant, praiseDays: number): { readonly praise: Instant; readonly notPraise: Instant } {
  const before = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();
  return { praise: before(praiseDays), notPraise: before(Math.min(praiseDays, NOT_PRAISE_DAYS)) };
}

/** Lets go of what was settled long enough ago, wherever it stands. What still waits is never let go by itself. */
export function expirePraise({ command, praiseDays, settled }: Known): Decision {
  const { organization, at } = command;
  const over = settled.filter((praise) => isOver(praise, keptSince(at, praiseDays)));
  return {
    reply: { type: 'praise-let-go', many: over.length },
    facts: over.map(({ id }) => ({ type: 'praise-expired', organization, at, praise: id })),
    announce: over.map((praise) => ({
      to: 'wherever-it-stands',
      about: { kind: 'praise', id: praise.id },
      view: { type: 'praise-expired', praise: emptied(praise) },
    })),
  };
}

function isOver({ state }: Praise, since: ReturnType<typeof keptSince>): boolean {
  return state.status === 'settled' && state.at < (state.as === 'not-praise' ? since.notPraise : since.praise);
}

/** What is left of it: that it was there, and how it was settled. */
function emptied(praise: Praise): Praise {
  const nobody = { name: null, email: null };
  const nothing = {
    words: '',
    note: '',
    subject: null,
    wroteAt: null,
    unsure: [],
    suggestion: null,
    guessedHeroes: [],
  };
  const { state } = praise;
  return {
    ...praise,
    ...nothing,
    customer: nobody,
    state: state.status === 'waiting' ? state : { ...state, status: 'expired' },
  };
}
