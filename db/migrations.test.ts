import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openCore } from '../test/fakes/open-core.ts';
import { exportAll } from './export.ts';
import { APPLICATION_ID, knownMigrations } from './migrations.ts';
import { connect } from './sqlite.ts';

const at = '2026-11-18T10:00:00.000Z';
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'herald-migrations-'));
  file = join(folder, 'herald.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A database as the first version left it: a story told, its message shown, another waiting, a key handled. */
function databaseOfTheFirstVersion(): void {
  const connection = connect(file, { readonly: false });
  connection.exec(readFileSync(new URL('./migrations/0001-foundation.sql', import.meta.url), 'utf8'));
  connection.pragma(`application_id = ${APPLICATION_ID}`);
  connection.pragma('user_version = 1');
  connection.exec(`
    INSERT INTO organizations VALUES ('o', 'Company', 0, 0, 9, 1, 'Europe/Berlin', '${at}', 0, '${at}');
    INSERT INTO connections VALUES ('c', 'o', 'web', 'good-news', '${at}');
    INSERT INTO people VALUES ('p1', 'o', 'Ana', 'ana@example.com', 'human', 1, 1, '${at}'), ('p2', 'o', 'Ben', NULL, 'human', 0, 0, '${at}');
    INSERT INTO identities VALUES ('o', 'c', 'ana', 'p1'), ('o', 'c', 'ben', 'p2');
    INSERT INTO wins VALUES (1, 's', 'o', 'p1', 'Carried every box.', 'colleague', NULL, NULL, 'everyone', 1, NULL, 0, NULL, '${at}');
    INSERT INTO win_heroes VALUES ('o', 's', 'p2', 0, '${at}');
    INSERT INTO received VALUES ('o', 'k', '{"type":"help"}', '${at}');
    INSERT INTO outbox VALUES
      (7, 'm1', 'o', '["person","p2"]', '["named","s"]', '{"type":"help"}', 1, 1, 'done', 0, 0, '${at}', '{"post":"m1"}', NULL, '${at}'),
      (9, 'm2', 'o', '["person","p2"]', '["named","t"]', '{"type":"help"}', 1, 0, 'claimed', 0, 1, '${at}', NULL, NULL, '${at}');
  `);
  connection.close();
}

it('carries everything over from the first version', async () => {
  databaseOfTheFirstVersion();
  const { core, ledger, close } = await openCore(file);
  const by = { connection: 'c', user: 'ben' };
  expect(await core.ask({ type: 'mine', by })).toMatchObject({
    aboutMe: [{ id: 's', words: 'Carried every box.', permalink: null }],
  });
  expect(await core.ask({ type: 'known', connection: 'c', users: ['ben'] })).toMatchObject({
    people: [{ name: 'Ben', active: true, guest: false }],
  });
  expect(await core.ask({ type: 'settings', by })).toMatchObject({
    settings: { digestChannel: 'good-news', announce: 'where-typed', nominationEmoji: 'firefly', forwarders: [] },
    mayChange: false,
  });
  expect(await core.handle({ type: 'welcome', key: 'k', by, at })).toEqual({ type: 'help' });
  expect(await ledger.outbox.releaseClaims()).toBe(1);
  expect(await ledger.outbox.claim(at, 9)).toMatchObject([{ id: 'm2', standing: null, uncertain: true, attempts: 2 }]);
  expect(await ledger.read.feed({ kind: 'person', person: 'p2' }, 9)).toMatchObject([{ id: 'm1' }]);
  await close();
});

it('an export of an older database says what to do first', async () => {
  databaseOfTheFirstVersion();
  await expect(exportAll(file).next()).rejects.toThrow(/Start this one once/);
});

it('are numbered one by one: of two with the same number the second would never run', () => {
  const numbers = knownMigrations().map(({ number }) => number);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});
