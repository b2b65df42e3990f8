// The repository against itself: the import rules with a violation of each planted, and what the documents and the
// package's own words say against what the code does.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig, SETTINGS } from '../src/config.ts';
import { type Checked, checkImports } from './imports/check.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const packageJson = JSON.parse(read('package.json'));

/** What is planted where, and the faults that must be reported for it: what is reached, and why not. */
const plants: readonly { rule: string; path: string; code: string; faults: readonly string[] }[] = [
  {
    rule: 'recognition/ imports no other part of src/',
    path: 'src/recognition/planted-core.ts',
    code: `import { createCore } from '../core.ts';\nexport { createCore };`,
    faults: ['src/core.ts: recognition/ imports only itself, commands and views'],
  },
  {
    rule: 'types count as imports',
    path: 'src/recognition/planted-types.ts',
    code: `import type { Core } from '../ports.ts';\nexport type Two = [Core, import('../ports.ts').Adapter];`,
    faults: [
      'src/ports.ts: recognition/ imports only itself, commands and views',
      'src/ports.ts: recognition/ imports only itself, commands and views',
    ],
  },
  {
    rule: 'recognition/ imports no package',
    path: 'src/recognition/planted-package.ts',
    code: `export { z } from 'zod';`,
    faults: ['zod: recognition/ imports only itself, commands and views'],
  },
  {
    rule: 'recognition/ imports nothing of Node',
    path: 'src/recognition/planted-builtin.ts',
    code: `import { readFileSync } from 'node:fs';\nimport { pid } from 'process';\nexport { pid, readFileSync };`,
    faults: [
      'node:fs: recognition/ imports only itself, commands and views',
      'process: recognition/ imports only itself, commands and views',
    ],
  },
  {
    rule: 'tests beside the rules import what rules do, the test tools and what is made for tests',
    path: 'src/recognition/planted.test.ts',
    code: `import 'fast-check';\nimport 'vitest';\nimport '../../test/samples/win.ts';\nimport 'node:fs';\nimport '../core.ts';`,
    faults: [
      'node:fs: recognition/ imports only itself, commands and views',
      'src/core.ts: recognition/ imports only itself, commands and views',
    ],
  },
  {
    rule: 'src/ imports no adapter',
    path: 'src/planted-adapter.ts',
    code: `export const page = () => import('../adapters/web/limits.ts');`,
    faults: ['adapters/web/limits.ts: src/ imports no adapter and no database, except main.ts'],
  },
  {
    rule: 'src/ imports no database',
    path: 'src/planted-database.ts',
    code: `export * from '../db/ledger.ts';`,
    faults: ['db/ledger.ts: src/ imports no adapter and no database, except main.ts'],
  },
  {
    rule: 'a worker is reached like an import',
    path: 'src/planted-worker.ts',
    code: `export const worker = () => new Worker(new URL('../db/search-worker.ts', import.meta.url));`,
    faults: ['db/search-worker.ts: src/ imports no adapter and no database, except main.ts'],
  },
  {
    rule: 'an adapter imports no rule',
    path: 'adapters/web/planted-rule.ts',
    code: `import { planDigest } from '../../src/recognition/plan-digest.ts';\nexport { planDigest };`,
    faults: [
      'src/recognition/plan-digest.ts: an adapter imports its own folder and src/{commands,ports,views,wording}',
    ],
  },
  {
    rule: 'an adapter imports no database',
    path: 'adapters/web/planted-database.ts',
    code: `import type {} from '../../db/ledger.ts';`,
    faults: ['db/ledger.ts: an adapter imports its own folder and src/{commands,ports,views,wording}'],
  },
  {
    rule: 'an adapter imports no other adapter',
    path: 'adapters/web/planted-email.ts',
    code: `import '../email/limits.ts';`,
    faults: ['adapters/email/limits.ts: an adapter imports its own folder and src/{commands,ports,views,wording}'],
  },
  {
    rule: 'the page in the browser imports only its own files',
    path: 'adapters/web/page/planted.js',
    code: `import 'express';\nimport '../limits.ts';`,
    faults: [
      'express: the page runs in a browser and imports only its own files',
      'adapters/web/limits.ts: the page runs in a browser and imports only its own files',
    ],
  },
  {
    rule: 'db/ imports no other part of src/ and no other package',
    path: 'db/planted.ts',
    code: `import 'better-sqlite3';\nimport 'express';\nimport 'node:fs';\nimport '../src/views.ts';\nimport '../src/core.ts';`,
    faults: [
      'express: db/ imports commands, ports, views, recognition/ and better-sqlite3',
      'src/core.ts: db/ imports commands, ports, views, recognition/ and better-sqlite3',
    ],
  },
  {
    rule: 'each vendor has one home',
    path: 'src/planted-vendors.ts',
    code: [
      'better-sqlite3',
      'postal-mime',
      'html-to-text',
      'node-cron',
      '@slack/bolt',
      'botbuilder',
      'botframework-connector/lib/auth',
    ]
      .map((name) => `import '${name}';`)
      .join('\n'),
    faults: [
      'better-sqlite3: it is imported only in db/',
      'postal-mime: it is imported only in adapters/email/',
      'html-to-text: it is imported only in adapters/email/',
      'node-cron: it is imported only in src/schedule.ts',
      '@slack/bolt: it is imported only in adapters/slack/',
      'botbuilder: it is imported only in adapters/teams/',
      'botframework-connector: it is imported only in adapters/teams/',
    ],
  },
  {
    rule: 'only config.ts reads the environment',
    path: 'adapters/email/planted-environment.ts',
    code: [
      `import { pid, env as mine } from 'node:process';`,
      `import * as whole from 'node:process';`,
      `const { env } = process;`,
      `export const all = [env, process.env.HOME, process['env'], mine, whole, pid];`,
    ].join('\n'),
    faults: Array(5).fill('process.env: only src/config.ts reads the environment'),
  },
  {
    rule: 'what is made for tests is imported by tests only',
    path: 'db/planted-sample.ts',
    code: `import '../test/samples/win.ts';\nimport '../src/recognition/week.test.ts';`,
    faults: [
      'test/samples/win.ts: only tests import what is made for tests',
      'src/recognition/week.test.ts: only tests import what is made for tests',
    ],
  },
  {
    rule: 'Herald runs without the development dependencies',
    path: 'src/planted-tool.ts',
    code: `import 'vitest';`,
    faults: ['vitest: it is not among the dependencies in package.json'],
  },
  {
    rule: 'an import leads somewhere and says where',
    path: 'src/planted-unknown.ts',
    code: `import './not-there.ts';\nexport const load = (name: string) => [import('./' + name), import(\`./views.ts\`)];`,
    faults: [
      './not-there.ts: the check must be able to see where an import leads',
      'something not written out as a plain string: the check must be able to see where an import leads',
      'something not written out as a plain string: the check must be able to see where an import leads',
    ],
  },
];

describe('the import rules', () => {
  const copy = mkdtempSync(join(tmpdir(), 'herald-shape-'));
  let checked: Checked;

  const plant = (path: string, code: string) => {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), code);
  };

  beforeAll(() => {
    for (const folder of ['src', 'adapters', 'db', 'test', 'package.json']) {
      cpSync(join(root, folder), join(copy, folder), { recursive: true });
    }
    for (const { path, code } of plants) plant(path, code);
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

  it.each(plants)('$rule', ({ path, faults }) => {
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
    const { status, stderr } = runCheck(copy);
    expect(status).toBe(1);
    expect(stderr).toContain('src/planted-database.ts:1 reaches db/ledger.ts: ');
  });

  it('are kept by every module of the house', () => {
    const { modules, faults } = checkImports(root);
    expect(faults).toEqual([]);
    expect(modules).toBeGreaterThan(100);
    expect(runCheck(root).status).toBe(0);
  });

  function runCheck(folder: string) {
    return spawnSync(process.execPath, [join(root, 'test/imports/run.ts'), folder], { encoding: 'utf8' });
  }
});

describe('.env.example', () => {
  const named = (text: string) => [...text.matchAll(/^#?([A-Z][A-Z_]*)=/gm)].map((match) => match[1]).toSorted();

  it('names exactly the settings that Herald reads', () => {
    expect(named(read('.env.example'))).toEqual(SETTINGS.toSorted());
    expect(named(`${read('.env.example')}\n#PLANTED=1`)).not.toEqual(SETTINGS.toSorted());
  });

  it('gives their defaults', () => {
    const given = parseEnv(read('.env.example'));
    expect(Object.keys(given).length).toBeGreaterThan(0);
    expect(readConfig(given)).toEqual(readConfig({}));
    expect(readConfig({ ...given, PORT: '3001' })).not.toEqual(readConfig({}));
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
