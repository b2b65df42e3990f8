import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { outliveNot } from './outlive.ts';

/** A child process that says what it does on its standard output, one JSON value a line, before it goes on. */
export type Speaker<Line> = {
  readonly child: ChildProcess;
  /** All it said so far. */
  readonly said: readonly Line[];
  /** Resolves with the first line that fits, said already or later; rejects when it ends without. */
  waitFor(fits: (line: Line) => boolean): Promise<Line>;
  /** The same for lines that are only said from now on. */
  waitForNext(fits: (line: Line) => boolean): Promise<Line>;
  /** Resolves once it has ended and all it said has been read. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  /** What it wrote to standard error. */
  errors(): string;
};

/** Starts a script of `processes/`, and gives it its order as the first line that it reads. */
export function speak<Line>(script: string, order: unknown): Speaker<Line> {
  const path = fileURLToPath(new URL(`./processes/${script}`, import.meta.url));
  const child = spawn(process.execPath, [path], { stdio: ['pipe', 'pipe', 'pipe'] });
  outliveNot(child);
  const said: Line[] = [];
  const waiting = new Set<() => void>();
  let rest = '';
  let errors = '';
  let over = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) said.push(JSON.parse(line) as Line);
    for (const look of waiting) look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${JSON.stringify(order)}\n`);
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => {
      over = true;
      for (const look of waiting) look();
      resolve({ code, signal });
    });
  });
  return {
    child,
    said,
    ended,
    errors: () => errors,
    waitFor: (fits) => lookFrom(0, fits),
    waitForNext: (fits) => lookFrom(said.length, fits),
  };

  function lookFrom(first: number, fits: (line: Line) => boolean): Promise<Line> {
    return new Promise((resolve, reject) => {
      let seen = first;
      const look = () => {
        const found = said.slice(seen).find(fits);
        seen = said.length;
        if (found === undefined && !over) return;
        waiting.delete(look);
        if (found === undefined) reject(new Error(`${script} ended before it said so. ${errors.slice(-2000)}`));
        else resolve(found);
      };
      waiting.add(look);
      look();
    });
  }
}
