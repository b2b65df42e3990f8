import type { Report } from '../report.ts';
import { shown } from '../report.ts';
import { compete, ratios, spreadOf } from '../rounds.ts';
import { bare, type Contestant, enter, type FarEnd, HERALD } from './contestants.ts';
import { storiesIn } from './workspace.ts';

const AT_ONCE = 16;
const TURN = 480;
/** As long as Slack commonly takes: what Herald delivers meanwhile is its own burden. */
const SLACK_MS = 100;
/** Where a story is only asked for as far as its answer, Slack takes so long that little of the rest falls into the turn. */
const SLOW_SLACK_MS = 2000;
const PER_SECOND = 200;
/** Some 19,000 stories each, until V8 has compiled what is run for them all: a bot runs for weeks. */
const WARM_UP = 40;

type Options = { readonly folder: string; readonly farEnd: FarEnd; readonly quick: boolean };

/** Signed `/kudos` over HTTP, 16 at a time, to durable story and answer. */
export async function benchKudosOverHttp({ folder, farEnd, quick }: Options): Promise<Report> {
  const at = { folder, apiUrl: farEnd.apiUrl };
  const herald = await enter('kudos-herald', HERALD, at);
  const stores = await enter('kudos-bare', bare('stores.ts'), at);
  await farEnd.ask({ do: 'behave', manner: { answersAfterMs: SLOW_SLACK_MS, limited: null } });
  const cpu = { herald: [] as number[], stores: [] as number[] };
  const turn = (name: keyof typeof cpu, bot: Contestant) => async (round: number) => {
    const { result, cpuMs } = await bot.turn((url) =>
      farEnd.ask({ do: 'type', url, from: round * TURN, many: TURN, atOnce: AT_ONCE }),
    );
    if (round >= WARM_UP) cpu[name].push(cpuMs / TURN);
    return (TURN / result.ms) * 1000;
  };
  const rounds = { warmUp: WARM_UP, counted: quick ? 15 : 30 };
  const rates = await compete({ herald: turn('herald', herald), stores: turn('stores', stores) }, rounds);
  for (const bot of [herald, stores]) {
    await bot.end();
    const stored = storiesIn(bot.file);
    const sent = (rounds.warmUp + rounds.counted) * TURN;
    if (stored !== sent) throw new Error(`${sent} stories were answered, ${stored} are stored.`);
  }
  const rate = ratios(rates.herald, rates.stores);
  const spent = ratios(cpu.herald, cpu.stores);
  const each = (values: readonly number[], digits = 0) => shown(spreadOf(values), digits);
  return {
    rows: [
      {
        what: `signed /kudos a second, ${AT_ONCE} at a time, to a Bolt app that group-commits the story and acks`,
        measured: shown(rate),
        target: '≥ 0.7',
        met: rate.median >= 0.7,
      },
      {
        what: 'processor time a /kudos, to the same app',
        measured: shown(spent),
        target: '≤ 1.4',
        met: spent.median <= 1.4,
      },
    ],
    notes: [
      `/kudos a second: Herald ${each(rates.herald)}, bare ${each(rates.stores)}; ` +
        `ms of processor time each: ${each(cpu.herald, 2)} and ${each(cpu.stores, 2)}.`,
    ],
  };
}

/** How late an acknowledgement comes at a steady rate, against an app that stores nothing, and one that also waits for the disk. */
export async function benchAcknowledgement({ folder, farEnd, quick }: Options): Promise<Report> {
  const at = { folder, apiUrl: farEnd.apiUrl };
  const herald = await enter('ack-herald', HERALD, at);
  const acks = await enter('ack-bare', bare('acks.ts'), at);
  const stores = await enter('ack-stores', bare('stores.ts'), at);
  await farEnd.ask({ do: 'behave', manner: { answersAfterMs: SLACK_MS, limited: null } });
  const many = PER_SECOND * (quick ? 3 : 5);
  const medians = { herald: [] as number[], acks: [] as number[], stores: [] as number[] };
  const turn = (name: keyof typeof medians, bot: Contestant) => async (round: number) => {
    const asked = { do: 'type-steadily', from: round * many, many, perSecond: PER_SECOND, to: null } as const;
    const { result } = await bot.turn((url) => farEnd.ask({ ...asked, url }));
    medians[name].push(spreadOf(result.each).median);
    return percentile(result.each, 0.99);
  };
  const rounds = { warmUp: 3, counted: quick ? 5 : 11 };
  const turns = { herald: turn('herald', herald), acks: turn('acks', acks), stores: turn('stores', stores) };
  const late = await compete(turns, rounds);
  for (const bot of [herald, acks, stores]) await bot.end();
  const ratio = ratios(late.herald, late.acks);
  const ofDisk = ratios(late.stores, late.acks);
  const each = (values: readonly number[]) => shown(spreadOf(values), 1);
  return {
    rows: [
      {
        what: `p99 of an acknowledgement at ${PER_SECOND} /kudos a second, to a Bolt app that only acks`,
        measured: shown(ratio),
        target: '≤ 2',
        met: ratio.median <= 2,
      },
      {
        what: 'the same of a bare Bolt app that stores and posts nothing, to the one that only acks: what the disk alone takes',
        measured: shown(ofDisk),
        target: '',
        met: null,
      },
    ],
    notes: [
      `p99 in ms: Herald ${each(late.herald)}, bare ${each(late.acks)}, bare that stores ${each(late.stores)}; ` +
        `medians ${each(medians.herald)}, ${each(medians.acks)} and ${each(medians.stores)}.`,
    ],
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
