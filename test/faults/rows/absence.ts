import { join } from 'node:path';
import { mondayMorning } from '../../fakes/company.ts';
import { openCalendar } from '../calendar.ts';
import { createTally, type Row, type Tally } from '../row.ts';

const MINUTE = 60_000;

type Absence = {
  readonly what: string;
  readonly leaves: string;
  readonly returns: string;
  /** The weeks that the channel is told of after the return and until the next regular Monday. */
  readonly weeks: readonly string[];
  /** Whether the one after the return comes at once. */
  readonly late: boolean;
};

const ABSENCES: readonly Absence[] = [
  {
    what: 'down across Monday, up 6 h later',
    leaves: '2026-11-22T20:00:00.000Z',
    returns: '2026-11-23T14:00:00.000Z',
    weeks: ['2026-W48', '2026-W49'],
    late: true,
  },
  {
    what: 'down three weeks, up on a Thursday',
    leaves: '2026-11-18T10:00:00.000Z',
    returns: '2026-12-10T10:00:00.000Z',
    weeks: ['2026-W50', '2026-W51'],
    late: true,
  },
  {
    what: 'down three weeks, up before Monday’s moment',
    leaves: '2026-11-18T10:00:00.000Z',
    returns: '2026-12-07T07:00:00.000Z',
    weeks: ['2026-W50', '2026-W51'],
    late: false,
  },
  {
    what: 'down over the year’s end with its 53rd week',
    leaves: '2026-12-23T10:00:00.000Z',
    returns: '2027-01-05T10:00:00.000Z',
    weeks: ['2027-W01', '2027-W02'],
    late: true,
  },
  {
    what: 'up in the last minute of the missed week',
    leaves: '2026-11-22T20:00:00.000Z',
    returns: '2026-11-29T22:59:00.000Z',
    weeks: ['2026-W48', '2026-W49'],
    late: true,
  },
];

export const absence: Row = {
  number: 15,
  fault: 'down across Monday, up 6 h later; down 3 weeks',
  async play({ folder }) {
    const tally = createTally();
    for (const [number, each] of ABSENCES.entries()) await beAway(join(folder, `away-${number}.db`), each, tally);
    return tally.outcome();
  },
};

async function beAway(file: string, { what, leaves, returns, weeks, late }: Absence, tally: Tally): Promise<void> {
  tally.tried();
  const calendar = await openCalendar(file, mondayMorning, '2026-11-09T10:00:00.000Z');
  const { clock, told } = calendar;
  clock.set('2026-11-16T08:00:00.000Z');
  await calendar.tick();
  clock.set(leaves);
  await calendar.tick();
  const before = told.length;
  await calendar.tellStory('Told before everything went dark.');

  clock.set(returns);
  await calendar.restart();
  await calendar.tick();
  tally.hold(told.length - before === (late ? 1 : 0), `${what}: ${told.length - before} digests at the return`);
  for (let minute = 0; minute < 240; minute += 1) {
    clock.pass(MINUTE);
    await calendar.tick();
  }
  tally.hold(told.length - before === 1, `${what}: ${told.length - before} digests within four hours of the return`);
  await calendar.tellStory('Told after the return.');
  clock.set(nextMonday(clock.now()));
  await calendar.tick();
  await calendar.tick();

  const after = told.slice(before);
  tally.hold(
    after.map(({ week }) => week).join() === weeks.join(),
    `${what}: told of ${after.map(({ week }) => week).join()} instead of ${weeks.join()}`,
  );
  const words = after.flatMap((telling) => telling.words);
  for (const story of ['Told before everything went dark.', 'Told after the return.']) {
    const times = words.filter((each) => each === story).length;
    if (times === 0) tally.lose(`${what}: "${story}"`);
    if (times > 1) tally.double(`${what}: "${story}"`);
  }
  await calendar.close();
}

/** The coming Monday's moment, in the winter of Berlin. */
function nextMonday(now: string): string {
  const moment = new Date(now);
  moment.setUTCDate(moment.getUTCDate() + ((8 - moment.getUTCDay()) % 7));
  moment.setUTCHours(8, 0, 0, 0);
  if (moment.toISOString() <= now) moment.setUTCDate(moment.getUTCDate() + 7);
  return moment.toISOString();
}
