import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Asked, Fared } from './bot.ts';
import { inFreshFolder } from './company.ts';
import { copyFilled } from './filled.ts';
import type { Report, Row } from './report.ts';
import { spreadOf } from './rounds.ts';

const LONGEST_STALL_MS = 100;
/** What a long job leaves behind, such as a grown log to be worked off, comes after it. */
const AFTERWARDS_MS = 3000;

/** The longest stall of the bot's event loop while it serves kudos and something long runs. */
export async function benchStalls({ quick }: { readonly quick: boolean }): Promise<Report> {
  return inFreshFolder(async (folder) => {
    const file = join(folder, 'herald.db');
    await copyFilled(quick ? 100_000 : 1_000_000, file);
    const bot = await startBot(file);
    const herald = (...words: readonly string[]) => runHerald(file, words);
    const jobs: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['nothing else', () => pause(5000)],
      ["planning the week's digest", () => bot.ask({ do: 'plan' })],
      ['a backup', () => herald('backup', join(folder, 'backup.db'))],
      ['an export', () => herald('export')],
      ['searches of common words', () => searches(bot)],
      ['the look for damage after a start', () => bot.ask({ do: 'look-for-damage' })],
    ];
    const rows: Row[] = [];
    const notes: string[] = [];
    for (const [what, job] of jobs) {
      await bot.ask({ do: 'begin' });
      const before = performance.now();
      await job();
      const seconds = (performance.now() - before) / 1000;
      await pause(AFTERWARDS_MS);
      const fared = await bot.ask({ do: 'end' });
      if (fared === null) throw new Error('The bot did not say how it fared.');
      rows.push(rowOf(what, fared));
      notes.push(noteOf(what, fared, seconds));
    }
    await bot.stop();
    return { rows, notes };
  });
}

function rowOf(what: string, { longestStall }: Fared): Row {
  return {
    what: `longest stall of the event loop beside ${what}, ms`,
    measured: longestStall.toFixed(0),
    target: `≤ ${LONGEST_STALL_MS}`,
    met: longestStall <= LONGEST_STALL_MS,
  };
}

function noteOf(what: string, { kudos }: Fared, seconds: number): string {
  const longest = kudos.reduce((longer, one) => Math.max(longer, one), 0);
  return (
    `Beside ${what} (${seconds.toFixed(1)} s): ${kudos.length} kudos, ` +
    `half of them within ${spreadOf(kudos).median.toFixed(1)} ms, the slowest in ${longest.toFixed(0)} ms.`
  );
}

/** Words that stand in many stories, so that many are ranked. */
async function searches(bot: Bot): Promise<void> {
  for (const words of ['order', 'the', 'o', 'night shift florist', 'order the and that']) {
    await bot.ask({ do: 'search', words });
  }
}

type Bot = Awaited<ReturnType<typeof startBot>>;

async function startBot(file: string) {
  const child = fork(fileURLToPath(new URL('bot.ts', import.meta.url)), [file]);
  const said = (): Promise<Fared | null> => nextMessage(child).then(({ fared }) => fared);
  await said();
  return {
    ask(asked: Asked): Promise<Fared | null> {
      const answer = said();
      child.send(asked);
      return answer;
    },
    async stop(): Promise<void> {
      const ended = once(child, 'exit');
      child.send({ do: 'stop' } satisfies Asked);
      await ended;
    },
  };
}

async function nextMessage(child: ChildProcess): Promise<{ readonly fared: Fared | null }> {
  const ended = new AbortController();
  try {
    const died = once(child, 'exit', ended).then(([code]) => {
      throw new Error(`The bot ended with ${code}.`);
    });
    const [message] = await Promise.race([once(child, 'message', ended), died]);
    return message;
  } finally {
    ended.abort();
  }
}

async function runHerald(file: string, words: readonly string[]): Promise<void> {
  const entry = fileURLToPath(new URL('../../src/herald.js', import.meta.url));
  const env = { ...process.env, DATABASE_URL: `sqlite:${file}` };
  const child = spawn(process.execPath, [entry, ...words], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`herald ${words[0]} ended with ${code}.`);
}
