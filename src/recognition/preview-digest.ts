import type { Instant, Week } from '../commands.ts';
import type { DigestBelow } from '../digest-below.ts';
import type { View } from '../views.ts';
import { editDigest, isHeld, type UntoldWin } from './digest.ts';
import { nextDue } from './digest-due.ts';
import type { Organization, Person } from './organization.ts';

type Known = {
  readonly asker: Pick<Person, 'admin'>;
  readonly organization: Pick<Organization, 'schedule' | 'scheduledSince'>;
  readonly now: Instant;
  /** The weeks, from the current one on, that have a digest already. */
  readonly digestWeeks: readonly Week[];
  readonly untold: readonly UntoldWin[];
  readonly below?: { readonly below?: DigestBelow };
};

/** The digest as it would be posted next, and the wins that are not in it: each stands in one of the three lists. */
export function previewDigest(known: Known): Extract<View, { readonly type: 'digest-preview' }> {
  const { asker, organization, now, digestWeeks, untold } = known;
  const { schedule, scheduledSince } = organization;
  const { week, due } = nextDue({ schedule, scheduledSince, now, digestWeeks });
  const publicly = untold.filter(({ win }) => win.audience === 'everyone');
  const settled = publicly.filter(({ win }) => win.settled);
  return {
    type: 'digest-preview',
    digest: { ...editDigest(week, untold), ...known.below },
    due,
    held: settled.filter((story) => isHeld(story, week)).map(({ win }) => win),
    unsettled: publicly.filter(({ win }) => !win.settled).map(({ win }) => win),
    mayHold: asker.admin,
  };
}
