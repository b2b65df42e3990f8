// The entry, run as a process: on a Node that is too old, on one that lacks something, and around what `run` does.

import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const entry = fileURLToPath(new URL('../src/herald.js', import.meta.url));
const house = mkdtempSync(join(tmpdir(), 'herald-entry-'));

beforeAll(() => {
  mkdirSync(join(house, 'src'));
  writeFileSync(join(house, 'package.json'), '{"type":"module"}');
  copyFileSync(entry, join(house, 'src/herald.js'));
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

function start(main: string, options: { node?: string; flags?: string[]; args?: string[]; env?: object } = {}) {
  writeFileSync(join(house, 'src/main.ts'), main);
  const { NODE_COMPILE_CACHE: _, LOG_LEVEL: __, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    options.node ?? process.execPath,
    [...(options.flags ?? []), join(house, 'src/herald.js'), ...(options.args ?? [])],
    { encoding: 'utf8', env: { ...env, ...options.env } },
  );
  return { status, stdout, stderr };
}

const answers = (code: string) => `export async function run(argv: readonly string[]): Promise<number> { ${code} }`;

/** Lets the entry see another process than the one that runs it. */
const pretend = (code: string) => ['--import', `data:text/javascript,${encodeURIComponent(code)}`];

describe('a Node that is too old', () => {
  const older = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .filter((node) => existsSync(node))
    .find((node) => Number(execFileSync(node, ['-p', 'process.versions.node.split(".")[0]'])) < 26);

  it.skipIf(older === undefined)('is told so in one line, before any TypeScript loads', () => {
    const { status, stdout, stderr } = start('this is not TypeScript', { node: older ?? '' });
    expect(stderr).toMatch(/^Herald needs Node 26 or newer, and this is Node \d+\.\d+\.\d+\. .+\n$/);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });

  it('is told so when it is older by one', () => {
    const flags = pretend(
      'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "25.9.1" } })',
    );
    const { status, stderr } = start(answers('return 0;'), { flags });
    expect(stderr).toMatch(/^Herald needs Node 26 or newer, and this is Node 25\.9\.1\. .+\n$/);
    expect(status).toBe(1);
  });

  it('is told so when it is new enough but built without Temporal', () => {
    const { status, stderr } = start(answers('return 0;'), { flags: pretend('delete globalThis.Temporal') });
    expect(stderr).toMatch(/^Herald needs .+Temporal.+\n$/);
    expect(status).toBe(1);
  });
});

describe('what Herald answers', () => {
  it('gets the arguments, and its number becomes the exit code', () => {
    const { status, stdout, stderr } = start(answers('console.log(argv.join("|")); return 3;'), {
      args: ['digest', 'preview', '--week', '2026-W47'],
    });
    expect({ status, stdout, stderr }).toEqual({ status: 3, stdout: 'digest|preview|--week|2026-W47\n', stderr: '' });
  });

  it('says in one sentence what went wrong, and shows where only when asked', () => {
    const fails = answers('throw new Error("the database\\n  is locked");');
    expect(start(fails)).toEqual({ status: 1, stdout: '', stderr: 'Herald stopped: the database is locked\n' });
    expect(start(fails, { env: { LOG_LEVEL: 'debug' } }).stderr).toContain('main.ts');
  });

  it('names the command that installs what is missing', () => {
    const { status, stderr } = start(`import 'not-installed-here';\n${answers('return 0;')}`);
    expect(stderr).toMatch(/^.+"npm ci".+\n$/);
    expect(status).toBe(1);
  });
});

it('is a command of its own, as package.json says', () => {
  start(answers('console.log(argv.join("|")); return 0;'));
  const { bin } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const { status, stdout } = spawnSync(join(house, bin.herald), ['digest', 'preview'], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'digest|preview\n' });
});

describe('the compile cache', () => {
  const shows = answers('console.log((await import("node:module")).getCompileCacheDir() ?? "none"); return 0;');

  it('stands beside the code', () => {
    expect(start(shows).stdout).toContain(join(house, '.cache/node'));
  });

  it('is done without where its folder cannot be made', () => {
    rmSync(join(house, '.cache'), { recursive: true, force: true });
    writeFileSync(join(house, '.cache'), 'a file where the folder should be');
    expect(start(shows)).toEqual({ status: 0, stdout: 'none\n', stderr: '' });
    rmSync(join(house, '.cache'));
  });

  it('stands where NODE_COMPILE_CACHE says', () => {
    const folder = join(house, 'elsewhere');
    expect(start(shows, { env: { NODE_COMPILE_CACHE: folder } }).stdout).toContain(folder);
  });
});
