// The repository against itself: the import rules with a violation of each planted, and what the documents and the
// package's own words say against what the code does.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig, settingNames } from '../src/config.ts';
import { type Checked, checkImports } from './imports/check.ts';
import { inhabited } from './imports/rules.ts';
import { violations } from './imports/violations.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const packageJson = JSON.parse(read('package.json'));

describe('the import rules', () => {
  const copy = mkdtempSync(join(tmpdir(), 'herald-shape-'));
  let checked: Checked;

  const hasModules = (path: string) => !path.endsWith('/payloads');
  const plant = (path: string, code: string) => {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), code);
  };

  beforeAll(() => {
    for (const folder of ['src', 'adapters', 'db', 'test', 'package.json']) {
      cpSync(join(root, folder), join(copy, folder), { recursive: true, filter: hasModules });
    }
    for (const { path, code } of violations) plant(path, code);
    plant(
      'src/wording/planted-egg.ts',
      `import type { Hen } from './planted-hen.ts';\nexport type Egg = { from?: Hen };`,
    );
    plant(
      'src/wording/planted-hen.ts',
      `import type { Egg } from './planted-egg.ts';\nexport type Hen = { from?: Egg };`,
    );
    checked = checkImports(copy);
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const faultsOf = (path: string) =>
    checked.faults.filter((fault) => fault.startsWith(`${path}:`)).map((fault) => fault.replace(/^\S+ reaches /, ''));

  it.each(violations)('$rule', ({ path, faults }) => {
    expect(faultsOf(path)).toEqual(faults);
  });

  it('no module imports itself by a detour, not even for its types', () => {
    expect(checked.faults).toContain(
      'src/wording/planted-egg.ts imports itself: ' +
        'src/wording/planted-egg.ts → src/wording/planted-hen.ts → src/wording/planted-egg.ts',
    );
  });

  it('a check that sees no modules is a check that failed', () => {
    const empty = join(copy, 'empty');
    plant('empty/package.json', '{ "dependencies": {} }');
    expect(checkImports(empty).modules).toBe(0);
    expect(checkImports(empty).faults).toContain('src/recognition/ has no modules: is this the right folder?');
  });

  it('the command fails on a fault, and says where it is', () => {
    for (const folder of inhabited) plant(`small/${folder}sound.ts`, 'export const sound = true;');
    plant('small/package.json', '{ "dependencies": {} }');
    expect(runCheck(join(copy, 'small')).status).toBe(0);
    plant('small/src/unsound.ts', `import '../db/sound.ts';`);
    const { status, stderr } = runCheck(join(copy, 'small'));
    expect(status).toBe(1);
    expect(stderr).toContain('src/unsound.ts:1 reaches db/sound.ts: ');
  });

  it('are kept by every module of the house', () => {
    const { modules, faults } = checkImports(root);
    expect(faults).toEqual([]);
    expect(modules).toBeGreaterThan(100);
  });

  function runCheck(folder: string) {
    return spawnSync(process.execPath, [join(root, 'test/imports/run.ts'), folder], { encoding: 'utf8' });
  }
});

describe('.env.example', () => {
  const named = (text: string) => [...text.matchAll(/^#?([A-Z][A-Z_]*)=/gm)].map((match) => match[1]).toSorted();

  it('names exactly the settings that Herald reads', async () => {
    const settings = (await settingNames()).toSorted();
    expect(named(read('.env.example'))).toEqual(settings);
    expect(named(`${read('.env.example')}\n#PLANTED=1`)).not.toEqual(settings);
  });

  it('gives their defaults', async () => {
    const given = parseEnv(read('.env.example'));
    expect(Object.keys(given).length).toBeGreaterThan(0);
    expect(await readConfig(given)).toEqual(await readConfig({}));
    expect(await readConfig({ ...given, PORT: '3001' })).not.toEqual(await readConfig({}));
  });
});

describe('the documents', () => {
  const documents = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)];
  const written = documents.filter((path) => path.endsWith('.md'));

  const npmsOwn = ['ci', 'install', 'start', 'test', 'exec', 'run'];
  const codeIn = (text: string) => text.match(/```[\s\S]*?```|`[^`]+`|^ {4}.*$/gm)?.join('\n') ?? '';
  const unknownCommands = (text: string) =>
    [...codeIn(text).matchAll(/\bnpm (run )?([a-z][\w:-]*)/g)]
      .map(([, run, name = '']) => ({ run: run !== undefined, name }))
      .filter(({ run, name }) => (run ? !(name in packageJson.scripts) : !npmsOwn.includes(name)))
      .map(({ name }) => name);

  const missingFiles = (text: string) =>
    [...text.matchAll(/`((?:src|adapters|db|test|docs|\.ci)\/[\w./-]*)`/g)]
      .map(([, path = '']) => path)
      .filter((path) => !existsSync(join(root, path)));

  it.each(written)('%s names only commands and files that exist', (path) => {
    expect(unknownCommands(read(path))).toEqual([]);
    expect(missingFiles(read(path))).toEqual([]);
  });

  it('would be caught naming others', () => {
    const text = 'npm carries on: `npm start`, `npm run planted -- --week`\n\n    npm plant\n```sh\nnpm run herd\n```';
    expect(unknownCommands(text)).toEqual(['planted', 'plant', 'herd']);
    expect(missingFiles('see `src/core.ts` and `src/planted.ts`')).toEqual(['src/planted.ts']);
  });
});

describe('migrations', () => {
  const numbered = (files: readonly string[]) => files.every((file, index) => Number(file.slice(0, 4)) === index + 1);

  it('are numbered without a gap, and none has another’s number, or it would never run', () => {
    expect(numbered(readdirSync(join(root, 'db/migrations')).toSorted())).toBe(true);
    expect(numbered(['0001-one.sql', '0002-two.sql', '0002-other.sql'])).toBe(false);
  });
});

describe('the package', () => {
  const major = (version: string) => Number(/\d+/.exec(version)?.[0]);

  it('asks for the same Node everywhere', () => {
    const asked = major(/oldestNode = \d+/.exec(read('src/herald.js'))?.[0] ?? '');
    expect(asked).toBe(26);
    expect(packageJson.engines.node).toBe(`>=${asked}`);
    expect(major(packageJson.optionalDependencies.node)).toBe(asked);
    expect(major(packageJson.devDependencies['@types/node'])).toBe(asked);
  });

  it('lets SIGTERM reach Herald through npm', () => {
    expect(packageJson.scripts.start).toMatch(/^exec node src\/herald\.js start$/);
    expect(packageJson.scripts.herald).toMatch(/^exec node src\/herald\.js$/);
  });

  it('decides of every dependency with an install script whether it may run, and runs no compiler', () => {
    const { packages } = JSON.parse(read('package-lock.json'));
    const withScripts = Object.keys(packages).filter((path) => packages[path].hasInstallScript);
    const names = withScripts.map((path) => path.replace(/^.*node_modules\//, '')).toSorted();
    expect(packageJson.allowScripts).toMatchObject({ node: true, 'better-sqlite3': false });
    expect(Object.keys(packageJson.allowScripts)).toEqual(expect.arrayContaining(names));
  });

  it('names no registry, so that each machine may use its own', () => {
    const { packages } = JSON.parse(read('package-lock.json'));
    const addresses = Object.keys(packages).filter((path) => packages[path].resolved !== undefined);
    expect(addresses).toEqual([]);
    expect(Object.keys(packages).length).toBeGreaterThan(100);
  });
});
