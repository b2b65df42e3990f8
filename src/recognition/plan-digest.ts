import type { Place, PlanDigest, Week } from '../commands.ts';
import type { DigestBelow } from '../digest-below.ts';
import type { DigestIdeas } from '../ideas.ts';
import type { View } from '../views.ts';
import { refuse } from './answer.ts';
import type { Decision, Fact } from './decision.ts';
import { editDigest, type UntoldWin } from './digest.ts';
import type { Organization, PlannedDigest } from './organization.ts';
import { ordinalOf, previousWeek } from './week.ts';

/** How many open questions wording/ has for a week without wins. */
export const OPEN_QUESTIONS = 6;

type Known = {
  readonly command: PlanDigest;
  /** The id for the digest, should one be planned. */
  readonly id: string;
  readonly organization: Pick<Organization, 'id' | 'connections'>;
  /** This week's digest, when it was planned before. */
  readonly existing: PlannedDigest | null;
  /** The last digest before this week's. */
  readonly last: PlannedDigest | null;
  readonly untold: readonly UntoldWin[];
  /** What stands below the stories, when there are any. */
  readonly below?: { readonly below?: DigestBelow };
};

/** Plans a week once: tells its stories; without any, asks one open question, and is silent the week after that. */
export function planDigest(known: Known): Decision {
  const { command, id, organization, existing, untold } = known;
  const { week, at } = command;
  if (existing) return { reply: { type: 'digest-already-planned', week, at: existing.at }, facts: [], announce: [] };
  const channels = digestChannels(organization);
  // Where no channel would hear of it, neither the week nor its wins are used up.
  if (channels.length === 0) return refuse({ reason: 'no-digest-channel' });
  const digest = { ...editDigest(week, untold), ...known.below };
  const stories = [...digest.inFull, ...digest.inALine].length;
  const posted = stories > 0 ? 'stories' : askedLastWeek(known) ? 'silent' : 'question';
  const view: View =
    posted === 'stories' ? { type: 'digest', digest } : { type: 'quiet-week', week, question: questionOf(week) };
  const inFull = digest.inFull.map((win) => win.id);
  const inALine = digest.inALine.map((win) => win.id);
  const stamp = { organization: organization.id, at };
  const ideas = digest.below?.ideas;
  const cleared = (digest.below?.cleared ?? []).map((obstacle) => obstacle.id);
  return {
    reply: { type: 'digest-planned', week, posted, stories },
    facts: [
      { type: 'digest-planned', ...stamp, id, week, posted, inFull, inALine },
      ...(posted === 'stories' && ideas !== undefined ? [ideasTold(ideas, id, stamp)] : []),
      ...(posted === 'stories' && cleared.length > 0
        ? [{ type: 'obstacles-told', ...stamp, digest: id, cleared } as const]
        : []),
    ],
    announce: posted === 'silent' ? [] : channels.map((to) => ({ to, about: { kind: 'digest', id }, view })),
  };
}

function ideasTold(
  { alive, looking }: DigestIdeas,
  digest: string,
  stamp: { readonly organization: string; readonly at: string },
): Fact {
  const told = { alive: alive.map(({ idea }) => idea.id), looking: looking.map(({ id }) => id) };
  return { type: 'ideas-told', ...stamp, digest, ...told };
}

/** Where a digest can be posted now. */
export function digestChannels({ connections }: Pick<Organization, 'connections'>): readonly Place[] {
  return connections.flatMap(({ id, digestChannel, digestChannelLost, lost }) =>
    digestChannel === null || digestChannelLost !== null || lost !== null
      ? []
      : [{ kind: 'channel' as const, connection: id, channel: digestChannel }],
  );
}

function askedLastWeek({ command, last }: Known): boolean {
  return last?.posted === 'question' && last.week === previousWeek(command.week);
}

/** Questions come two weeks apart or more, so that a number growing every second week brings each before any again. */
function questionOf(week: Week): number {
  return Math.floor(ordinalOf(week) / 2) % OPEN_QUESTIONS;
}
