import type { Week } from '../../src/commands.ts';
import type { Core } from '../../src/ports.ts';
import { startOf } from '../../src/recognition/pulse/span.ts';
import { nextWeek, previousWeek, weekOf } from '../../src/recognition/week.ts';
import { openCore } from './open-core.ts';

const TIME_ZONE = 'Europe/Berlin';

/** What broke in each of a week's stories, null for a win. */
type Told = readonly (string | null)[];

/** Brings the people of a connection to seven, tells two wins and a recovery of last week, and has it counted. */
export function seedPulse(databaseFile: string, connection: string): Promise<void> {
  return seedWeeks(databaseFile, connection, [[null, null, 'The label printer']]);
}

/** The same of the last three weeks, in which nothing went right that had not gone wrong before. */
export function seedImbalance(databaseFile: string, connection: string): Promise<void> {
  return seedWeeks(databaseFile, connection, [['The lift'], ['The key'], ['The till']]);
}

/** While no Herald runs: it counts weeks by itself with every minute that begins, and a week counted stays as it is. */
async function seedWeeks(databaseFile: string, connection: string, weeks: readonly Told[]): Promise<void> {
  const { core, ledger, close } = await openCore(databaseFile);
  const [organization] = await ledger.read.organizations();
  let week = weekOf(new Date().toISOString(), TIME_ZONE);
  for (const _ of weeks) week = previousWeek(week);
  await meetSeven(core, connection, week);
  for (const told of weeks) {
    for (const [number, whatBroke] of told.entries()) await tell(core, connection, { week, number, whatBroke });
    const at = startOf(nextWeek(week), TIME_ZONE);
    const taken = { type: 'take-pulse', key: `seed ${week}`, organization: organization?.id ?? '', at, week } as const;
    await core.handle(taken);
    week = nextWeek(week);
  }
  await close();
}

async function meetSeven(core: Core, connection: string, week: Week): Promise<void> {
  const people = Array.from({ length: 7 }, (_, number) => ({
    user: `U0SEED${number}`,
    name: `Colleague ${number}`,
    email: null,
    kind: 'human' as const,
    manager: false,
    admin: false,
    active: true,
    guest: false,
  }));
  await core.handle({ type: 'meet-people', key: 'seed people', at: within(week), connection, people });
}

async function tell(
  core: Core,
  connection: string,
  { week, number, whatBroke }: { readonly week: Week; readonly number: number; readonly whatBroke: string | null },
): Promise<void> {
  await core.handle({
    type: 'give-kudos',
    key: `seed story ${week} ${number}`,
    by: { connection, user: 'U0SEED0' },
    at: within(week),
    heroes: [{ connection, user: `U0SEED${number + 1}` }],
    words: `Waved at the customer, ${week} ${number}`,
    whatBroke,
    customer: null,
    touchpoint: null,
    audience: 'everyone',
    permalink: null,
    where: null,
  });
}

function within(week: Week): string {
  return new Date(Date.parse(startOf(week, TIME_ZONE)) + 86_400_000).toISOString();
}
