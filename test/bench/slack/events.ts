import type { Report } from '../report.ts';
import { shown } from '../report.ts';
import { compete, ratios, spreadOf } from '../rounds.ts';
import { bare, type Contestant, enter, type FarEnd, HERALD } from './contestants.ts';
import { storiesIn } from './workspace.ts';

const AT_ONCE = 16;
const TURN = 160;
/** An answer to the teller, and the hero hears. */
const POSTS = 2;

/** Stories said in direct messages, until each is stored and everything about it is posted. */
export async function benchEvents(options: {
  readonly folder: string;
  readonly farEnd: FarEnd;
  readonly quick: boolean;
}): Promise<Report> {
  const { folder, farEnd, quick } = options;
  const at = { folder, apiUrl: farEnd.apiUrl };
  const herald = await enter('events-herald', HERALD, at);
  const posts = await enter('events-bare', bare('posts.ts'), at);
  const inGroups = await enter('events-bare-in-groups', bare('posts-in-groups.ts'), at);
  await farEnd.ask({ do: 'behave', manner: { answersAfterMs: 0, limited: null } });
  const cpu = { herald: [] as number[], posts: [] as number[], inGroups: [] as number[] };
  // Some 1,600 events each, until what is run for them all is compiled.
  const warmUp = 10;
  const turn = (name: keyof typeof cpu, bot: Contestant) => async (round: number) => {
    const asked = { do: 'say', from: round * TURN, many: TURN, atOnce: AT_ONCE, posts: POSTS } as const;
    const { result, cpuMs } = await bot.turn((url) => farEnd.ask({ ...asked, url }));
    if (round >= warmUp) cpu[name].push(cpuMs / TURN);
    return (TURN / result.ms) * 1000;
  };
  const rounds = { warmUp, counted: quick ? 5 : 15 };
  const rates = await compete(
    { herald: turn('herald', herald), posts: turn('posts', posts), inGroups: turn('inGroups', inGroups) },
    rounds,
  );
  for (const bot of [herald, posts, inGroups]) {
    await bot.end();
    if (storiesIn(bot.file) !== (rounds.warmUp + rounds.counted) * TURN) throw new Error('Stories are missing.');
  }
  const rate = ratios(rates.herald, rates.posts);
  const toGroups = ratios(rates.herald, rates.inGroups);
  const each = (values: readonly number[], digits = 0) => shown(spreadOf(values), digits);
  return {
    rows: [
      {
        what: 'events to completion a second (stored, answered, hero told), to a Bolt bot that stores and posts the same',
        measured: shown(rate),
        target: '≥ 0.9',
        met: rate.median >= 0.9,
      },
      {
        what: 'the same to a bot that stores many events with one commit, and does not record what it posted',
        measured: shown(toGroups),
        target: '',
        met: null,
      },
    ],
    notes: [
      `Events a second: Herald ${each(rates.herald)}, bare ${each(rates.posts)}, bare in groups ${each(rates.inGroups)}; ` +
        `ms of processor time each: ${each(cpu.herald, 2)}, ${each(cpu.posts, 2)} and ${each(cpu.inGroups, 2)}.`,
    ],
  };
}
