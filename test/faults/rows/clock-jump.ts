import { join } from 'node:path';
import type { DigestSchedule } from '../../../src/commands.ts';
import { mondayMorning } from '../../fakes/company.ts';
import { openCalendar } from '../calendar.ts';
import { createTally, type Row, type Tally } from '../row.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const JUMP = 2 * HOUR;
const STEP_QUICK = 60 * MINUTE;
const STEP = 10 * MINUTE;
/** How far around the digest's moment the clock jumps. */
const AROUND = 3 * HOUR;

/** In the middle of the day, where a jump crosses midnight and the week's beginning, and where it crosses midnight alone. */
const SCHEDULES: readonly (readonly [what: string, schedule: DigestSchedule, due: string])[] = [
  ['Monday 09:00', mondayMorning, '2026-11-23T08:00:00.000Z'],
  ['Monday 00:30', { minute: 30, hour: 0, weekday: 1, timeZone: 'UTC' }, '2026-11-23T00:30:00.000Z'],
  ['Thursday 23:30', { minute: 30, hour: 23, weekday: 4, timeZone: 'UTC' }, '2026-11-26T23:30:00.000Z'],
];

export const clockJump: Row = {
  number: 13,
  fault: 'clock jumps by 2 h either way',
  async play({ quick, folder }) {
    const tally = createTally();
    let number = 0;
    for (const [what, schedule, due] of quick ? SCHEDULES.slice(0, 2) : SCHEDULES) {
      for (let offset = -AROUND; offset <= AROUND; offset += quick ? STEP_QUICK : STEP) {
        for (const jump of [JUMP, -JUMP]) {
          number += 1;
          const restarts = number % 3 === 0;
          const file = join(folder, `jump-${number}.db`);
          await jumpOnce(file, { what, schedule, due: Date.parse(due) }, { offset, jump, restarts }, tally);
        }
      }
    }
    return tally.outcome();
  },
};

async function jumpOnce(
  file: string,
  { what, schedule, due }: { readonly what: string; readonly schedule: DigestSchedule; readonly due: number },
  { offset, jump, restarts }: { readonly offset: number; readonly jump: number; readonly restarts: boolean },
  tally: Tally,
): Promise<void> {
  tally.tried();
  const trial = `${what}, ${jump / HOUR} h at ${offset / MINUTE} min${restarts ? ', with a restart' : ''}`;
  const calendar = await openCalendar(file, schedule, iso(due - 5 * 24 * HOUR));
  const { clock } = calendar;
  await calendar.tellStory('Told in the first week.');
  clock.set(iso(due - 6 * HOUR));
  await tickUntil(calendar, due + offset);
  clock.pass(jump);
  if (restarts) await calendar.restart();
  await tickUntil(calendar, due + 6 * HOUR);
  await calendar.tellStory('Told in the second week.');
  clock.set(iso(due + 7 * 24 * HOUR - 10 * MINUTE));
  await tickUntil(calendar, due + 7 * 24 * HOUR + 10 * MINUTE);

  const words = calendar.told.flatMap((telling) => telling.words);
  for (const expected of ['Told in the first week.', 'Told in the second week.']) {
    const times = words.filter((each) => each === expected).length;
    if (times === 0) tally.lose(`${trial}: "${expected}"`);
    if (times > 1) tally.double(`${trial}: "${expected}"`);
  }
  const weeks = await calendar.plannedWeeks();
  tally.hold(weeks.length === 2, `${trial}: digests of ${weeks.join(', ')}`);
  tally.hold(calendar.told.length === 2, `${trial}: the channel was told ${calendar.told.length} times`);
  await calendar.close();
}

async function tickUntil(calendar: Awaited<ReturnType<typeof openCalendar>>, end: number): Promise<void> {
  const { clock } = calendar;
  while (Date.parse(clock.now()) < end) {
    await calendar.tick();
    clock.pass(MINUTE);
  }
  await calendar.tick();
}

function iso(moment: number): string {
  return new Date(moment).toISOString();
}
