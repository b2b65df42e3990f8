import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { runCommand } from '../../src/command-line/run-command.ts';
import { commands } from '../../src/main.ts';

const entry = fileURLToPath(new URL('../../src/herald.js', import.meta.url));

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** A folder of its own, where `herald` runs as an operator runs it. */
export function operatorsFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'herald-command-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const environment = { PATH: process.env.PATH, DIGEST_TIMEZONE: 'Europe/Berlin', LOG_LEVEL: 'error' };

  /** `redirected` as a shell has it: `>/dev/full`. */
  function begin(words: readonly string[], settings: NodeJS.ProcessEnv = {}, redirected = '') {
    const command = ['-c', `exec "$0" "$@" ${redirected}`, process.execPath, entry, ...words];
    const child = spawn('sh', command, { cwd: folder, env: { ...environment, ...settings } });
    const said = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.stderr += text;
    });
    const ended = new Promise<Ended>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, ...said }));
    });
    return { child, said, ended };
  }

  return {
    folder,
    file: join(folder, 'data', 'herald.db'),
    begin,
    herald: (words: readonly string[], settings?: NodeJS.ProcessEnv): Promise<Ended> => begin(words, settings).ended,
  };
}

/** The same without a process of its own, for what needs none: words that only ask for help, or ask for nothing. */
export async function heraldHere(words: readonly string[]): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  const code = await runCommand(commands, words, {
    line: (text) => {
      said.stdout += `${text}\n`;
    },
    problem: (text) => {
      said.stderr += `${text}\n`;
    },
  });
  return { code, ...said };
}

/** The records of an export; throws when a line is no JSON. */
export function recordsIn({ stdout }: Ended): readonly Readonly<Record<string, unknown>>[] {
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}
