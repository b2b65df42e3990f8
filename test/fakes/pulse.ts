import { startOf } from '../../src/recognition/pulse/span.ts';
import { nextWeek, previousWeek, weekOf } from '../../src/recognition/week.ts';
import { openCore } from './open-core.ts';

/** Brings the people of a connection to seven, tells two wins and a recovery of last week, and has it counted. */
export async function seedPulse(databaseFile: string, connection: string, timeZone = 'Europe/Berlin'): Promise<void> {
  const { core, ledger, close } = await openCore(databaseFile);
  const now = new Date().toISOString();
  const week = previousWeek(weekOf(now, timeZone));
  const at = new Date(Date.parse(startOf(week, timeZone)) + 86_400_000).toISOString();
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
  await core.handle({ type: 'meet-people', key: 'seed people', at, connection, people });
  for (const [number, whatBroke] of [null, null, 'The label printer'].entries()) {
    await core.handle({
      type: 'give-kudos',
      key: `seed story ${number}`,
      by: { connection, user: 'U0SEED0' },
      at,
      heroes: [{ connection, user: `U0SEED${number + 1}` }],
      words: `Waved at the customer, ${number}`,
      whatBroke,
      customer: null,
      touchpoint: null,
      audience: 'everyone',
      permalink: null,
      where: null,
    });
  }
  for (const { id: organization } of await ledger.read.organizations()) {
    const taken = {
      type: 'take-pulse',
      key: `seed ${week}`,
      organization,
      at: startOf(nextWeek(week), timeZone),
      week,
    } as const;
    await core.handle(taken);
  }
  await close();
}
