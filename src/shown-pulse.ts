import type { Instant } from './commands.ts';
import type { Reading } from './ports.ts';
import type { Pulse, PulseTeam } from './pulse.ts';
import type { Organization } from './recognition/organization.ts';
import { weeksShown } from './recognition/pulse/span.ts';

/** What was counted of the organization or a team in the last twelve weeks; null when no week of them has figures. */
export async function pulseOf(
  read: Reading,
  { id, schedule }: Pick<Organization, 'id' | 'schedule'>,
  team: Pick<PulseTeam, 'id' | 'name'> | null,
  now: Instant,
): Promise<Pulse | null> {
  const weeks = weeksShown(now, schedule.timeZone);
  const taken = await read.pulse.taken(id, team?.id ?? null, weeks[0] ?? '');
  if (taken.every(({ figures }) => figures === null)) return null;
  const figures = new Map(taken.map((one) => [one.week, one.figures]));
  return {
    team: team && { id: team.id, name: team.name },
    weeks: weeks.map((week) => ({ week, figures: figures.get(week) ?? null })),
    month: taken.findLast(({ month }) => month !== null)?.month ?? null,
  };
}
