import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test, vi } from 'vitest';
import { CONNECTION, foundCompany, kudos, person } from '../fakes/company.ts';
import { openCore } from '../fakes/open-core.ts';
import { operatorsFolder, recordsIn } from './herald-command.ts';
import { forgotten, foundOnDisk } from './on-disk.ts';

const WOMBAT = { user: 'U0WOMBAT77', name: 'Wilma Wombatson', email: 'wilma@wombat.example.com' };
const TRACES = ['Wilma', 'Wombatson', 'U0WOMBAT77', 'wilma@wombat.example.com'];

/** A company in which Wilma was thanked, and thanked somebody. */
async function livedIn(file: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  const { core, close } = await openCore(file);
  const at = new Date().toISOString();
  await foundCompany(core, { at, people: 4 });
  const one = { ...WOMBAT, kind: 'human', manager: false, admin: false, active: true, guest: false } as const;
  await core.handle({ type: 'meet-people', key: 'wilma', at, connection: CONNECTION, people: [one] });
  const wilma = { connection: CONNECTION, user: WOMBAT.user };
  await core.handle(kudos('about', 'Wilma drew a map.', at, { heroes: [wilma] }));
  await core.handle(kudos('by', 'Packed until ten.', at, { by: wilma, heroes: [person(3)] }));
  await core.handle(kudos('taken back', 'A quollish thing.', at, { by: person(2), heroes: [person(1)] }));
  await close();
}

test('herald erase forgets a person while Herald runs, once it is sure who is meant', { timeout: 60_000 }, async () => {
  const { file, begin, herald } = operatorsFolder();
  await livedIn(file);
  const running = begin(['start'], { PORT: '0' });
  await vi.waitFor(() => expect(running.said.stdout).toMatch(/sandbox is open/), { timeout: 10_000 });
  const [takenBack, unsure, several, nobody, misused, held] = await Promise.all([
    herald(['privacy', 'p2@example.com', '--take-words-back', '--yes']),
    herald(['erase', 'wilma', 'wombatson']),
    herald(['erase', 'Person', '--yes']),
    herald(['erase', 'Walter', '--yes']),
    herald(['erase', '--force']),
    herald(['export', '--person', WOMBAT.email]),
  ]);
  expect(takenBack).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringContaining('story of Person 2 is taken'),
  });
  expect(foundOnDisk(file, ['quollish'])).toEqual([]);
  expect(unsure).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/Erase .*Wilma Wombatson.*\?[\s\S]*1 story about/),
  });
  expect(several).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/Person 0 {2}p0@example\.com/) });
  expect(nobody).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('Walter') });
  expect(misused).toMatchObject({ code: 2, stdout: '' });
  expect(recordsIn(held)).toContainEqual(expect.objectContaining({ type: 'people', name: WOMBAT.name }));
  expect(recordsIn(held)).toContainEqual(expect.objectContaining({ type: 'wins', words: 'Wilma drew a map.' }));
  expect(foundOnDisk(file, TRACES)).toEqual(TRACES);

  const erased = await herald(['erase', WOMBAT.email, '--yes']);
  expect(erased).toMatchObject({ code: 0, stdout: expect.stringContaining('1 story about them'), stderr: '' });
  await forgotten(file, TRACES);
  expect(await herald(['erase', WOMBAT.email, '--yes'])).toMatchObject({ code: 1 });
  const wins = recordsIn(await herald(['export'])).filter(({ type }) => type === 'win');
  expect(wins).toMatchObject([
    { words: '[a colleague] drew a map.', heroes: [{ name: 'a colleague' }] },
    { words: 'Packed until ten.', teller: { name: 'a colleague' } },
  ]);
  running.child.kill('SIGTERM');
  expect(await running.ended).toMatchObject({ code: 0 });
  expect(foundOnDisk(file, TRACES)).toEqual([]);
});
