import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONNECTION, channel, foundCompany, kudos, person } from '../test/fakes/company.ts';
import { type OpenCore, openCore } from '../test/fakes/open-core.ts';
import type { Instant, Settings } from './commands.ts';

const at = '2026-11-18T10:00:00.000Z';
let folder: string;
let open: OpenCore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'herald-answers-'));
  open = await openCore(join(folder, 'herald.db'));
  await foundCompany(open.core, { at, people: 4 });
});
afterEach(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

const home = async (number: number, now: Instant = at) => {
  const shown = await open.core.ask({ type: 'home', by: person(number), at: now });
  if (shown.type !== 'home') throw new Error(shown.type);
  return shown;
};
const wordsOf = (stories: readonly { readonly words: string }[]) => stories.map(({ words }) => words);
const give = (key: string, words: string, differs: Parameters<typeof kudos>[3] = {}) =>
  open.core.handle(kudos(key, words, at, differs));

describe('a person’s home', () => {
  it('shows a first step until there is something about them, by them or for them', async () => {
    expect(await home(1)).toMatchObject({ firstSteps: true, thisWeek: [], due: '2026-11-23T08:00:00.000Z' });
    await give('k', 'Carried every box.');
    for (const number of [1, 2]) expect(await home(number)).toMatchObject({ firstSteps: false });
    expect(await home(3)).toMatchObject({ firstSteps: true, thisWeek: [{ words: 'Carried every box.' }] });
  });

  it('shows what is theirs, the private too; and of the week what the digest would tell, newest first', async () => {
    await give('k1', 'For everyone.');
    await give('k2', 'Later, for everyone.', { at: '2026-11-18T11:00:00.000Z' });
    await give('k3', 'Between us.', { audience: 'heroes' });
    await give('k4', 'The order was wrong, and she fixed it the same day.');
    await give('k5', 'Made right.', { whatBroke: 'The label printer' });
    const held = await give('k6', 'Held.');
    if (held.type !== 'kudos-given') throw new Error(held.type);
    await open.core.handle({ type: 'hold-win', key: 'h', by: person(0), at, story: held.story.id });
    const { aboutMe, told, thisWeek } = await home(2);
    expect(wordsOf(aboutMe)).toHaveLength(6);
    expect(told).toEqual([]);
    expect(wordsOf(thisWeek)).toEqual(['Later, for everyone.', 'For everyone.']);
    expect(wordsOf((await home(3)).aboutMe)).toEqual([]);
    expect(wordsOf((await home(2, '2026-12-01T10:00:00.000Z')).thisWeek)).toContain('Held.');
  });

  it('begins anew after the digest', async () => {
    await give('k', 'Carried every box.');
    const digest = { type: 'plan-digest', organization: 'company-for-tests', at, week: '2026-W47' } as const;
    await open.core.handle({ ...digest, key: 'd' });
    expect(await home(2)).toMatchObject({ thisWeek: [], aboutMe: [{}], due: '2026-11-23T08:00:00.000Z' });
  });

  it('says when there is more in a week than it shows', async () => {
    for (let count = 1; count <= 21; count += 1) await give(`k${count}`, `Story ${count}.`);
    const { thisWeek, moreThisWeek } = await home(3);
    expect([thisWeek.length, moreThisWeek]).toEqual([20, true]);
  });

  it('greets once, by direct message', async () => {
    expect(await home(3)).toMatchObject({ welcomed: false });
    const greet = (key: string) => open.core.handle({ type: 'welcome', key, by: person(3), at });
    expect(await greet('1')).toMatchObject({ type: 'welcome', person: { name: 'Person 3' } });
    expect(await greet('2')).toEqual({ type: 'welcomed-before' });
    expect(await home(3)).toMatchObject({ welcomed: true });
    expect(await open.ledger.outbox.waiting()).toBe(1);
  });
});

describe('whom Herald knows', () => {
  const meet = (key: string, differs: { readonly active?: boolean; readonly guest?: boolean }) => {
    const facts = { name: 'Person 2', email: null, kind: 'human', manager: false, admin: false } as const;
    const people = [{ user: 'p2', ...facts, active: true, guest: false, ...differs }];
    return open.core.handle({ type: 'meet-people', key, at, connection: CONNECTION, people });
  };

  it('is told of those who are asked about, each once', async () => {
    const known = await open.core.ask({ type: 'known', connection: CONNECTION, users: ['p2', 'zed', 'p2'] });
    expect(known).toMatchObject({ type: 'known', people: [{ user: 'p2', name: 'Person 2', active: true }] });
  });

  it('stays in told stories when deactivated, and is in no new one until they are back', async () => {
    await give('k1', 'Before.');
    await meet('away', { active: false });
    expect(await give('k2', 'After.')).toEqual({ type: 'refusal', reason: 'person-deactivated', name: 'Person 2' });
    expect(wordsOf((await home(2)).aboutMe)).toEqual(['Before.']);
    await meet('back', {});
    expect(await give('k3', 'After.')).toMatchObject({ type: 'kudos-given' });
  });

  it('may be a guest', async () => {
    await meet('guest', { guest: true });
    expect(await give('k', 'A guest helped.')).toMatchObject({ type: 'kudos-given' });
    const known = await open.core.ask({ type: 'known', connection: CONNECTION, users: ['p2'] });
    expect(known).toMatchObject({ people: [{ guest: true }] });
  });
});

describe('settings', () => {
  const change = (key: string, changes: Partial<Settings>) =>
    open.core.handle({ type: 'change-settings', key, by: person(0), at, changes });
  const ask = (number: number) => open.core.ask({ type: 'settings', by: person(number) });

  it('are shown to everybody, and what an admin changes is kept', async () => {
    const schedule = { minute: 30, hour: 16, weekday: 5, timeZone: 'Asia/Kathmandu' };
    await change('s', { schedule, forwarders: ['@example.com'], nominationEmoji: 'star', digestChannel: 'wins' });
    const settings = {
      schedule,
      forwarders: ['@example.com'],
      nominationEmoji: 'star',
      digestChannel: 'wins',
      announce: 'where-typed',
      managers: [{ name: 'Person 0', user: 'p0' }],
    };
    expect(await ask(0)).toMatchObject({ settings, mayChange: true });
    expect(await ask(1)).toMatchObject({ settings, mayChange: false });
    expect(await home(1)).toMatchObject({ due: '2026-11-20T10:45:00.000Z' });
  });

  it('name who manages', async () => {
    const by = person(0);
    await open.core.handle({ type: 'change-settings', key: 's', by, at, changes: { managers: [person(3)] } });
    expect(await ask(0)).toMatchObject({ settings: { managers: [{ user: 'p3' }] } });
    await foundCompany(open.core, { at, people: 4 });
    expect(await ask(0)).toMatchObject({ settings: { managers: [{ user: 'p3' }] } });
  });

  it('may keep stories for the digest; their heroes hear all the same', async () => {
    await change('s', { announce: 'digest-only' });
    await give('k', 'Carried every box.');
    expect(await open.ledger.read.waitingAt(channel)).toBe(0);
    expect(await open.ledger.outbox.waiting()).toBe(1);
  });
});

describe('a nomination', () => {
  const message = {
    channel: 'general',
    message: '17.01',
    permalink: 'https://chat.example.com/p1',
    words: 'She did it.',
  };
  const asked = { by: person(1), at, message };
  const nominate = (key: string, markedAt = at) =>
    open.core.handle({ type: 'nominate', key, ...asked, heroes: [person(2)], markedAt });
  const withdraw = (key: string, until: string | null = null) =>
    open.core.handle({ type: 'withdraw-nomination', key, ...asked, until });

  it('made, taken back and made again waits once, and becomes one story', async () => {
    await nominate('1');
    expect(await withdraw('2')).toEqual({ type: 'nomination-withdrawn' });
    expect(await open.ledger.outbox.waiting()).toBe(0);
    const again = await nominate('3');
    if (again.type !== 'nomination-waiting') throw new Error(again.type);
    expect(await nominate('4')).toEqual(again);
    expect(await open.ledger.outbox.waiting()).toBe(1);

    const { nomination } = again;
    const { type: _type, permalink: _permalink, ...telling } = kudos('5', 'She did it, twice.', at, { where: null });
    const confirm = { type: 'confirm-nomination', ...telling, nomination: nomination.id } as const;
    const told = await open.core.handle(confirm);
    expect(told).toMatchObject({ type: 'kudos-given', story: { permalink: message.permalink } });
    if (told.type !== 'kudos-given') throw new Error(told.type);
    expect(await open.core.handle({ ...confirm, key: '6' })).toMatchObject({ reason: 'already-told' });
    expect(await withdraw('7')).toMatchObject({ reason: 'nomination-unknown' });
    expect(await nominate('8')).toMatchObject({ reason: 'already-told', story: told.story.id });
    expect(wordsOf((await home(2)).aboutMe)).toEqual(['She did it, twice.']);

    await open.core.handle({ type: 'retract-story', key: '9', by: person(1), at, which: 'my-last' });
    expect(await nominate('10')).toMatchObject({ type: 'nomination-waiting' });
  });

  it('taken back before it is heard of waits for nobody, until the message is marked anew', async () => {
    await withdraw('1', '2026-11-18T09:00:02.000Z');
    expect(await nominate('2', '2026-11-18T09:00:01.000Z')).toEqual({ type: 'nomination-withdrawn' });
    expect(await open.ledger.outbox.waiting()).toBe(0);
    expect(await nominate('3', '2026-11-18T09:00:03.000Z')).toMatchObject({ type: 'nomination-waiting' });
  });

  it('of one person is not another’s', async () => {
    await nominate('1');
    const others = { type: 'withdraw-nomination', key: '2', by: person(3), at, message, until: null } as const;
    expect(await open.core.handle(others)).toMatchObject({ reason: 'nomination-unknown' });
  });
});

describe('details', () => {
  it('are found by search and stay with the story when it changes its lane', async () => {
    const told = await give('k', 'Carried every box.');
    if (told.type !== 'kudos-given') throw new Error(told.type);
    const change = { by: person(1), at, story: told.story.id };
    const details = { customer: 'Garden Shop', touchpoint: 'the gate' };
    await open.core.handle({ type: 'add-details', key: 'd', ...change, ...details });
    await open.core.handle({ type: 'move-story', key: 'm', ...change, to: { lane: 'recovery', whatBroke: 'A wheel' } });
    const found = await open.core.ask({ type: 'search', by: person(3), words: 'garden' });
    expect(found).toMatchObject({ stories: [{ lane: 'recovery', ...details }] });
  });
});
