// One violation, at least, of each import rule, for the test of the check itself.

/** What is planted where, and the faults that must be reported for it: what is reached, and why not. */
export const violations: readonly { rule: string; path: string; code: string; faults: readonly string[] }[] = [
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
    faults: ['adapters/web/limits.ts: src/ imports no adapter and no database, except main.ts and wiring/'],
  },
  {
    rule: 'src/ imports no database',
    path: 'src/planted-database.ts',
    code: `export * from '../db/ledger.ts';`,
    faults: ['db/ledger.ts: src/ imports no adapter and no database, except main.ts and wiring/'],
  },
  {
    rule: 'a worker is reached like an import',
    path: 'src/planted-worker.ts',
    code: `export const worker = () => new Worker(new URL('../db/search-worker.ts', import.meta.url));`,
    faults: ['db/search-worker.ts: src/ imports no adapter and no database, except main.ts and wiring/'],
  },
  {
    rule: 'an adapter imports no rule',
    path: 'adapters/web/planted-rule.ts',
    code: `import { planDigest } from '../../src/recognition/plan-digest.ts';\nexport { planDigest };`,
    faults: [
      'src/recognition/plan-digest.ts: an adapter imports its own folder, src/wording and the contracts that CONTRIBUTING.md lists',
    ],
  },
  {
    rule: 'an adapter imports no database',
    path: 'adapters/web/planted-database.ts',
    code: `import type {} from '../../db/ledger.ts';`,
    faults: [
      'db/ledger.ts: an adapter imports its own folder, src/wording and the contracts that CONTRIBUTING.md lists',
    ],
  },
  {
    rule: 'an adapter imports no other adapter',
    path: 'adapters/web/planted-email.ts',
    code: `import '../email/limits.ts';`,
    faults: [
      'adapters/email/limits.ts: an adapter imports its own folder, src/wording and the contracts that CONTRIBUTING.md lists',
    ],
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
