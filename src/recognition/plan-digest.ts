import type { Place, PlanDigest } from '../commands.ts';
import type { DigestBelow } from '../digest-below.ts';
import type { DigestIdeas } from '../ideas.ts';
import type { Digest, View } from '../views.ts';
import { refuse } from './answer.ts';
import type { Decision, Fact } from './decision.ts';
import { editDigest, type UntoldWin } from './digest.ts';
import { questionOf } from './open-question.ts';
import type { Organization, PlannedDigest } from './organization.ts';
import { previousWeek } from './week.ts';

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
  /** What stands below the stories, or by itself when there are none. */
  readonly below?: { readonly below?: DigestBelow };
};

/**
 * Plans a week once: tells its stories, and below them what is new. Without stories it asks one open question, and is
 * silent the week after that unless an idea came alive or an obstacle fell.
 */
export function planDigest(known: Known): Decision {
  const { command, id, organization, existing, untold } = known;
  const { week, at } = command;
  if (existing) return { reply: { type: 'digest-already-planned', week, at: existing.at }, facts: [], announce: [] };
  const channels = digestChannels(organization);
  // Where no channel would hear of it, neither the week nor its wins are used up.
  if (channels.length === 0) return refuse({ reason: 'no-digest-channel' });
  const told = { ...editDigest(week, untold), ...known.below };
  const stories = [...told.inFull, ...told.inALine].length;
  const posted = wayOf(stories, known);
  const digest = posted === 'question' ? { ...told, question: questionOf(week) } : told;
  const inFull = digest.inFull.map((win) => win.id);
  const inALine = digest.inALine.map((win) => win.id);
  const stamp = { organization: organization.id, at };
  const below = posted === 'silent' ? undefined : digest.below;
  const cleared = (below?.cleared ?? []).map((obstacle) => obstacle.id);
  return {
    reply: { type: 'digest-planned', week, posted, stories },
    facts: [
      { type: 'digest-planned', ...stamp, id, week, posted, inFull, inALine },
      ...(below?.ideas === undefined ? [] : [ideasTold(below.ideas, id, stamp)]),
      ...(cleared.length > 0 ? [{ type: 'obstacles-told', ...stamp, digest: id, cleared } as const] : []),
    ],
    announce:
      posted === 'silent' ? [] : channels.map((to) => ({ to, about: { kind: 'digest', id }, view: shown(digest) })),
  };
}

function wayOf(stories: number, known: Known): PlannedDigest['posted'] {
  if (stories > 0) return 'stories';
  if (!askedLastWeek(known)) return 'question';
  return isNews(known.below?.below) ? 'news' : 'silent';
}

/** What looks for a hand can wait for company; what came alive or fell is worth a message of its own. */
function isNews(below: DigestBelow | undefined): boolean {
  return (below?.ideas?.alive ?? []).length + (below?.cleared ?? []).length > 0;
}

/** With nothing to tell, the question is all. */
function shown(digest: Digest): View {
  const { week, question, below } = digest;
  return question !== undefined && below === undefined
    ? { type: 'quiet-week', week, question }
    : { type: 'digest', digest };
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
