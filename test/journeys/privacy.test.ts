import { describe, expect, test } from 'vitest';
import type { View } from '../../src/views.ts';
import { plainText } from '../../src/wording/plain.ts';
import { channel, person } from '../fakes/company.ts';
import { beginJourney, digestsSeen, MONDAY_9, MONDAY_AFTER } from './journey.ts';
import { forgotten, foundOnDisk } from './on-disk.ts';

// p2 is called "Person 2"; whoever hides that name is "a colleague" wherever others read.

const named = (views: readonly View[] | View) => JSON.stringify(views).includes('Person 2');

describe('somebody who does not want to be named in channels', () => {
  test('is a colleague in what stands there, in what comes, in the digest and on the wall', async () => {
    const { as, give, ledger, passTo, seenAt } = await beginJourney();
    await give('Before: Person 2 found the key.');
    expect(named(await seenAt(channel))).toBe(true);
    expect(await as(2)({ type: 'hide-name' })).toEqual({ type: 'name-hidden' });
    await ledger.sweepUp();
    expect(named(await seenAt(channel))).toBe(false);
    await give('After: Person 2 stayed.', { heroes: [person(2), person(3)] });
    await give('Told by them.', { by: person(2), heroes: [person(4)] });
    await passTo(MONDAY_9);
    const seen = await seenAt(channel);
    expect(named(seen)).toBe(false);
    expect(seen.at(-1)).toMatchObject({ type: 'digest', digest: { inFull: [{}, {}, {}] } });
    expect(JSON.stringify(seen)).toContain('After: [a colleague] stayed.');
    const [wall] = await ledger.wall.all();
    const told = await ledger.wall.told(wall?.organization ?? '', null, 9);
    expect(told).toHaveLength(3);
    expect(JSON.stringify(told)).not.toContain('Person 2');
  });

  test('hears of stories in private, with names, and sees their own', async () => {
    const { as, give, ask, seenAt } = await beginJourney();
    await as(2)({ type: 'hide-name' });
    const story = await give('Person 2 stayed late.', { heroes: [person(2), person(3)] });
    for (const hero of [2, 3]) {
      expect(await seenAt(hero)).toMatchObject([
        { type: 'you-were-named', story: { words: 'Person 2 stayed late.', heroes: [{ name: 'Person 2' }, {}] } },
      ]);
    }
    expect(named(await ask({ type: 'mine', by: person(2) }))).toBe(true);
    expect(named(await ask({ type: 'story', by: person(1), story: story.id }))).toBe(true);
  });

  test('cannot be found out by colleagues who look', async () => {
    const { as, give, ask, clock } = await beginJourney();
    await as(2)({ type: 'hide-name' });
    const story = await give('Person 2 stayed late with the lamps.');
    const others = person(4);
    const search = (words: string) => ask({ type: 'search', by: others, words });
    expect(await search('lamps')).toMatchObject({ stories: [{ words: '[a colleague] stayed late with the lamps.' }] });
    expect(await search('Person')).toMatchObject({ stories: [] });
    for (const looked of [
      await ask({ type: 'story', by: others, story: story.id }),
      await ask({ type: 'home', by: others, at: clock.now() }),
      await ask({ type: 'digest-preview', by: person(0), at: clock.now() }),
      await as(4)({ type: 'retract-story', which: { story: story.id } }),
    ])
      expect([looked.type, named(looked)]).toEqual([looked.type, false]);
  });

  test('may be named again, in what is told from then on', async () => {
    const { as, give, ledger, seenAt } = await beginJourney();
    await as(2)({ type: 'hide-name' });
    await give('Hidden.');
    await as(2)({ type: 'show-name' });
    await ledger.sweepUp();
    await give('Shown.');
    expect(await seenAt(channel)).toMatchObject([
      { story: { words: 'Hidden.', heroes: [{ name: 'a colleague' }] } },
      { story: { words: 'Shown.', heroes: [{ name: 'Person 2' }] } },
    ]);
  });

  test('is not named by a digest that is planned in the same moment, whichever comes first', async () => {
    const { as, core, give, clock, ledger, seenAt } = await beginJourney();
    await give('Person 2 stayed.', { where: null });
    clock.set(MONDAY_9);
    const [organization] = await ledger.read.organizations();
    const plan = { type: 'plan-digest', key: 'plan', at: MONDAY_9, week: '2026-W48' } as const;
    await Promise.all([core.handle({ ...plan, organization: organization?.id ?? '' }), as(2)({ type: 'hide-name' })]);
    await ledger.sweepUp();
    const seen = await seenAt(channel);
    expect(seen).toMatchObject([{ type: 'digest', digest: { inFull: [{ words: '[a colleague] stayed.' }] } }]);
  });
});

describe('somebody’s words', () => {
  test('are all taken back, once they said so again; a customer’s wait in the inbox', async () => {
    const { as, ask, bring, give, passTo, seenAt, settle } = await beginJourney();
    expect(await ask({ type: 'taking-back', by: person(1) })).toMatchObject({ reason: 'nothing-to-undo' });
    await give('One.');
    await give('Two broke.', { whatBroke: 'The lamp' });
    await give('By somebody else.', { by: person(4), heroes: [person(3)] });
    const praise = await bring({});
    if (praise.type !== 'praise-waiting') throw new Error(praise.type);
    await settle(praise.praise.id, { as: 'win', heroes: [person(2)], audience: 'everyone', customer: 'full-name' });
    await passTo(MONDAY_9);
    await give('Three.');
    expect(await ask({ type: 'taking-back', by: person(1) })).toEqual({
      type: 'taking-back',
      stories: 4,
      ideas: 0,
      obstacles: 0,
    });
    expect(await as(1)({ type: 'take-words-back' })).toMatchObject({ type: 'words-taken-back', stories: 4 });
    expect(await ask({ type: 'mine', by: person(1) })).toMatchObject({ told: [] });
    expect(await ask({ type: 'mine', by: person(2) })).toMatchObject({ aboutMe: [] });
    expect(await ask({ type: 'inbox', by: person(1) })).toMatchObject({ praise: [{ id: praise.praise.id }] });
    const seen = await seenAt(channel);
    expect(JSON.stringify(seen)).not.toMatch(/One\.|Two broke|Three\.|roses/);
    expect(seen.filter(({ type }) => type === 'digest')).toMatchObject([
      { digest: { inFull: [{ words: 'By somebody else.' }], inALine: [] } },
    ]);
    expect(await as(1)({ type: 'take-words-back' })).toMatchObject({ reason: 'nothing-to-undo' });
  });

  test('are ideas and obstacles as well, and leave nothing in the digest, on the disk or waiting to be told', async () => {
    const { adapter, as, ask, core, file, give, passTo, seenAt } = await beginJourney();
    const propose = async (words: string) => {
      const view = await as(1)({ type: 'propose-idea', words, anyway: true });
      if (view.type !== 'idea-proposed') throw new Error(view.type);
      return view.idea.id;
    };
    await propose('A wombatish bell at the door');
    const alive = await propose('Quollish names on the cups');
    await as(2)({ type: 'lend-hand', idea: alive });
    await as(1)({ type: 'bring-idea-alive', idea: alive });
    await as(2)({ type: 'propose-idea', words: 'A map of the shop', anyway: true });
    const story = await give('Somebody numbatish smiled at the cup.');
    await as(1)({ type: 'link-idea', idea: alive, story: story.id });
    const stays = { by: person(4), heroes: [person(3)] };
    for (const words of ['Held the door.', 'Held the lift.']) await give(words, stays);
    const said = await as(1)({
      type: 'report-obstacle',
      words: 'The bilbyish till has one key',
      kind: null,
      touchpoint: null,
      named: true,
      mentions: [],
    });
    if (said.type !== 'obstacle') throw new Error(said.type);
    const { obstacle } = said;
    await as(0)({ type: 'clear-obstacle', obstacle: obstacle.id, whatChanged: 'A second key.' });
    await passTo(MONDAY_9);
    const undecided = { key: 'raw', connection: person(1).connection, at: MONDAY_9, teller: person(1).user };
    await core.receive({ ...undecided, words: 'A potoroo waits', payload: { text: 'A potoroo waits' } });

    const words = ['wombatish', 'Quollish', 'numbatish', 'bilbyish'];
    const inChannel = async () => JSON.stringify((await seenAt(channel)).find(({ type }) => type === 'digest'));
    for (const one of [...words, 'A second key.', 'A map of the shop']) expect(await inChannel()).toContain(one);
    const own = { stories: 1, ideas: 2, obstacles: 1 };
    expect(await ask({ type: 'taking-back', by: person(1) })).toEqual({ type: 'taking-back', ...own });
    const everywhere = [...words, 'potoroo'];
    expect(foundOnDisk(file, everywhere)).toEqual(everywhere);
    const before = adapter.delivered.length;
    const reply = { type: 'words-taken-back', ...own, stories: 2 };
    expect(await as(1)({ type: 'take-words-back' })).toEqual(reply);

    const digest = await inChannel();
    for (const one of [...words, 'A second key.']) expect(digest).not.toContain(one);
    for (const one of ['Held the door.', 'Held the lift.', 'A map of the shop']) expect(digest).toContain(one);
    expect(adapter.delivered.slice(before).filter(({ view }) => view.type === 'digest')).toHaveLength(1);
    expect(JSON.stringify(await seenAt(2))).not.toContain('Quollish');
    expect(await ask({ type: 'ideas', by: person(2) })).toMatchObject({
      alive: [],
      looking: [{ words: 'A map of the shop' }],
    });
    expect(await core.receive({ ...undecided, words: '', payload: {} })).toEqual(reply);
    await forgotten(file, everywhere);
  });

  test('go from what was answered, to whomever, and from what waits with those who manage', async () => {
    const { as, ask, bring, file, give, ledger, passTo, seenAt } = await beginJourney();
    const undone = await give('A possumish slip');
    await as(1)({ type: 'retract-story', which: { story: undone.id } });
    const moved = await give('A quokkaish lamp');
    await as(0)({ type: 'move-story', story: moved.id, to: { lane: 'recovery', whatBroke: 'The lamp' } });
    const said = { type: 'report-obstacle', kind: null, touchpoint: null, named: true, mentions: [] } as const;
    const pointing = { ...said, mentions: [person(3)], words: 'They are bettongish', key: 'pointing' };
    expect(await as(1)(pointing)).toMatchObject({ reason: 'points-at-somebody' });
    await as(1)({ ...said, words: 'A dunnartish till' });
    await as(2)({ ...said, words: 'A thylacine lift' });
    await give('A kowari stays', { by: person(4), heroes: [person(1)] });
    const noted = await bring({ words: 'Kultarr roses', note: 'A bandicootish note' });
    await passTo('2026-12-07T08:00:00.000Z');
    const [raised] = (await seenAt(0)).filter(({ type }) => type === 'obstacles-waiting');
    expect(raised).toMatchObject({ long: { length: 3 } });

    const words = ['possumish', 'quokkaish', 'bettongish', 'dunnartish', 'bandicootish'];
    expect(foundOnDisk(file, words)).toEqual(words);
    await as(1)({ type: 'take-words-back' });
    await forgotten(file, words);
    await ledger.sweepUp();
    const others = ['thylacine', 'kowari', 'Kultarr'];
    expect(foundOnDisk(file, others)).toEqual(others);
    if (noted.type !== 'praise-waiting') throw new Error(noted.type);
    const inbox = (await seenAt(1)).filter(({ type }) => type === 'praise-waiting');
    expect(inbox).toMatchObject([{ praise: { id: noted.praise.id, words: 'Kultarr roses', note: '' } }]);
    expect((await seenAt(0)).filter(({ type }) => type === 'obstacles-waiting')).toMatchObject([
      { fresh: [], long: [{ words: 'A thylacine lift' }] },
    ]);
    // Nothing is done twice, though nobody knows any more what was answered.
    expect(await as(1)({ ...pointing, mentions: [] })).toMatchObject({ reason: 'story-unknown' });
    expect(await ask({ type: 'mine', by: person(1) })).toMatchObject({ aboutMe: [{ words: 'A kowari stays' }] });
  });

  test('taken back while the digest is planned stand in it no more, whichever comes first', async () => {
    const journey = await beginJourney();
    const { as, core, give, clock, ledger } = journey;
    for (const words of ['One.', 'Two.', 'Three.']) await give(words);
    await give('Stays.', { by: person(4), heroes: [person(3)] });
    clock.set(MONDAY_9);
    const [organization] = await ledger.read.organizations();
    const plan = { type: 'plan-digest', key: 'plan', at: MONDAY_9, week: '2026-W48' } as const;
    await Promise.all([
      core.handle({ ...plan, organization: organization?.id ?? '' }),
      as(1)({ type: 'take-words-back' }),
    ]);
    expect(await digestsSeen(journey)).toMatchObject([{ inFull: { length: 1 }, inALine: [] }]);
    await journey.passTo(MONDAY_AFTER);
    expect(await ledger.read.untoldWins(organization?.id ?? '')).toEqual([]);
  });
});

describe('what is held about somebody', () => {
  test('is told to them in private, all of it, page by page', async () => {
    const { as, ask, bring, give, settled } = await beginJourney();
    await give('Carried every box. '.repeat(140));
    await give('Thanked by them.', { by: person(2), heroes: [person(4)] });
    await as(2)({ type: 'welcome' });
    await as(0)({ type: 'change-settings', changes: { forwarders: ['p2@example.com'] } });
    await bring({ words: 'Lovely.', note: 'My own note', messageIds: [] }, 2);
    await settled();
    expect(await ask({ type: 'privacy', by: person(2) })).toEqual({
      type: 'privacy',
      hidden: false,
      footprint: { about: 1, told: 1, ideas: 0, obstacles: 0, lookedAfter: 0, hands: 0, waitsOn: 0, waiting: 1 },
      mayErase: false,
    });
    const page = (number: number) => ask({ type: 'held', by: person(2), page: number });
    const first = await page(1);
    if (first.type !== 'held') throw new Error(first.type);
    expect(first.pages).toBeGreaterThan(1);
    const all = await Promise.all(Array.from({ length: first.pages }, (_, index) => page(index + 1)));
    for (const one of all) expect(plainText(one).length).toBeLessThan(3000);
    const text = all.map((one) => plainText(one)).join('\n');
    for (const held of ['p2@example.com', 'Thanked by them.', 'My own note', 'Forwarders', 'you-were-named', 'met at'])
      expect(text).toContain(held);
    // To the story they told, the greeting, and the praise they brought; and about the story told of them.
    expect(text).toMatch(/Answers of Herald, kept for 30 days\n {2}given to you: .?3.?\n {2}that name you: /);
    expect(text.match(/Carried every box\./g)?.length).toBeGreaterThanOrEqual(139);
    expect(await page(999)).toMatchObject({ page: first.pages });
    expect(await page(Number.NaN)).toMatchObject({ page: 1 });
    expect(await page(-1)).toMatchObject({ page: 1 });
  });

  test('is nothing of what others say among themselves', async () => {
    const { ask, give } = await beginJourney();
    await give('Person 5 did not see it.', { heroes: [person(3)], audience: 'heroes' });
    const held = await ask({ type: 'held', by: person(5), page: 1 });
    expect(JSON.stringify(held)).not.toContain('did not see it');
  });
});

test('an admin’s export holds their organization alone, though others share the file', async () => {
  const { clock, core, give } = await beginJourney();
  await give('Stayed late.');
  const other = { id: 'other', name: 'Other company', sample: false };
  const connection = { id: 'web:other', platform: 'web', digestChannel: null } as const;
  const schedule = { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' };
  const at = clock.now();
  await core.handle({ type: 'open-connection', key: 'open other', at, organization: other, connection, schedule });
  const written = await core.writeOut(person(0), 'all');
  if ('type' in written) throw new Error(written.reason);
  const text = (await Array.fromAsync(written)).join('');
  expect(text).toContain('Stayed late.');
  expect(text).not.toContain('Other company');
  expect(text).not.toContain('web:other');
  expect(await core.writeOut(person(1), 'all')).toMatchObject({ reason: 'admins-only' });
});
