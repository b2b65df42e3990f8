import type { Report } from '../report.ts';
import { shown } from '../report.ts';
import { compete, spreadOf } from '../rounds.ts';
import { enter, type FarEnd, HERALD } from './contestants.ts';
import { userId } from './workspace.ts';

const PER_SECOND = 20;
const LONGEST_DELAY_MS = 50;
/** Every so many stories are about the colleague in whose channel Slack asks to wait. */
const EACH = 4;
const SLACK_MS = 20;

/** How much later others hear while Slack asks to wait in one channel, with the same load and without it. */
export async function benchRateLimit(options: {
  readonly folder: string;
  readonly farEnd: FarEnd;
  readonly quick: boolean;
}): Promise<Report> {
  const { folder, farEnd, quick } = options;
  const herald = await enter('limit-herald', HERALD, { folder, apiUrl: farEnd.apiUrl });
  const many = PER_SECOND * (quick ? 3 : 6);
  const user = userId(1999);
  const high = { calm: [] as number[], limited: [] as number[] };
  const warmUp = 1;
  const turn = (name: keyof typeof high) => async (round: number) => {
    const limited = name === 'limited' ? user : null;
    await farEnd.ask({ do: 'behave', manner: { answersAfterMs: SLACK_MS, limited } });
    const from = (round * 2 + Number(name === 'limited')) * many;
    const { result } = await herald.turn(async (url) => {
      await farEnd.ask({ do: 'type-steadily', url, from, many, perSecond: PER_SECOND, to: { user, each: EACH } });
      return farEnd.ask({ do: 'posts-after' });
    });
    // Those about the colleague himself wait their turn, a second each, and are not what is asked about.
    const others = result.each.toSorted((one, other) => one - other).slice(0, Math.floor(many * (1 - 1 / EACH)) - 1);
    if (others.length < many / 2) throw new Error(`Only ${others.length} of ${many} stories were heard of.`);
    const spread = spreadOf(others);
    if (round >= warmUp) high[name].push(spread.high);
    return spread.median;
  };
  const rounds = { warmUp, counted: quick ? 5 : 9 };
  const times = await compete({ calm: turn('calm'), limited: turn('limited') }, rounds);
  await herald.end();
  const later = spreadOf(times.limited.map((ms, round) => ms - (times.calm[round] ?? Number.NaN)));
  const laterHigh = spreadOf(high.limited.map((ms, round) => ms - (high.calm[round] ?? Number.NaN)));
  return {
    rows: [
      {
        what: 'how much later others hear while one channel answers 429, ms, at the median',
        measured: shown(later, 1),
        target: `≤ ${LONGEST_DELAY_MS}`,
        met: later.median <= LONGEST_DELAY_MS,
      },
      {
        what: 'the same for the slowest tenth',
        measured: shown(laterHigh, 1),
        target: `≤ ${LONGEST_DELAY_MS}`,
        met: laterHigh.median <= LONGEST_DELAY_MS,
      },
    ],
    notes: [
      `From the answer to the hero's message, ms: ${shown(spreadOf(times.calm), 1)} without, ` +
        `${shown(spreadOf(times.limited), 1)} with a channel that asks to wait.`,
    ],
  };
}
