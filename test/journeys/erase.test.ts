import { describe, expect, test } from 'vitest';
import type { Identity } from '../../src/commands.ts';
import type { View } from '../../src/views.ts';
import { CONNECTION, channel, person } from '../fakes/company.ts';
import { beginJourney, digestsSeen, MONDAY_9 } from './journey.ts';
import { forgotten, foundOnDisk } from './on-disk.ts';

// Somebody whom no other name and no other word is like, so that every byte of the disk can be searched for them.

const ZELDA = { user: 'U0ZELDA99', name: 'Zelda Quaggahide', email: 'zelda@quagga.example.com' };
const zelda: Identity = { connection: CONNECTION, user: ZELDA.user };
const TRACES = ['Zelda', 'Quaggahide', 'U0ZELDA99', 'zelda@quagga.example.com'];

type Journey = Awaited<ReturnType<typeof beginJourney>>;

async function meetZelda({ core, clock }: Journey, key = 'zelda'): Promise<string> {
  const one = { ...ZELDA, kind: 'human', manager: false, admin: false, active: true, guest: false } as const;
  const met = await core.handle({
    type: 'meet-people',
    key,
    at: clock.now(),
    connection: CONNECTION,
    people: [one],
  });
  if (met.type !== 'people-met') throw new Error(met.type);
  return met.people[0]?.person ?? '';
}

/** Everything that somebody can leave behind. */
async function leaveTraces(journey: Journey): Promise<{ readonly about: string; readonly told: string }> {
  const { as, give, bring, settle, core, clock, passTo } = journey;
  const about = await give('Zelda and Person 3 packed all night; Zelda Quaggahide never sat down.', {
    heroes: [zelda, person(3)],
  });
  await give('Thanks to ZELDA QUAGGAHIDE the keys were found, says <@U0ZELDA99>.', { heroes: [person(4)] });
  await give('Zelda replaced the printer.', { heroes: [zelda], whatBroke: 'The printer' });
  const told = await give('Carried every box.', { by: zelda, heroes: [person(2)] });
  const undone = await give('A wallabyish slip.', { by: zelda, heroes: [person(2)] });
  await as(zelda)({ type: 'retract-story', which: { story: undone.id } });
  await as(zelda)({ type: 'cheer-story', story: told.id });
  await as(zelda)({ type: 'welcome' });
  await as(zelda)({ type: 'move-story', story: told.id, to: { lane: 'recovery', whatBroke: 'The lift' } });
  await as(zelda)({ type: 'move-story', story: told.id, to: { lane: 'win' } });
  await core.handle({
    type: 'nominate',
    key: 'mark',
    at: clock.now(),
    by: zelda,
    message: { channel: 'c', message: 'm', permalink: null, words: 'A quokkaish thing' },
    heroes: [person(2)],
    markedAt: clock.now(),
  });
  await core.handle({
    type: 'keep-address',
    key: 'address',
    at: clock.now(),
    connection: CONNECTION,
    of: `chat:${ZELDA.user}`,
    address: { conversation: 'a:quollchat' },
  });
  await core.receive({
    key: 'raw',
    connection: CONNECTION,
    at: clock.now(),
    teller: ZELDA.user,
    words: 'undecided numbat',
    payload: { text: '<@U0ZELDA99> stayed' },
  });
  await as(0)({ type: 'change-settings', changes: { forwarders: [ZELDA.email, '@example.com'] } });
  await core.handle({
    type: 'capture-praise',
    key: 'praise',
    at: clock.now(),
    by: zelda,
    mail: {
      words: 'Zelda Quaggahide was lovely, and so was Person 5.',
      note: 'Bilbyish note of mine',
      customer: { name: 'Grete Holm', email: 'grete@example.com' },
      subject: 'Thanks to Zelda',
      wroteAt: null,
      messageIds: ['<zelda@example.com>'],
      unsure: [],
    },
  });
  const other = await bring({ words: 'Zelda Quaggahide waved.', messageIds: ['<two@example.com>'] });
  if (other.type !== 'praise-waiting') throw new Error(other.type);
  await settle(other.praise.id, {
    as: 'thanks',
    heroes: [zelda, person(3)],
    audience: 'everyone',
    customer: 'full-name',
  });
  await leaveTracesBelow(journey);
  await passTo(MONDAY_9);
  await journey.settled();
  return { about: about.id, told: told.id };
}

/** In what stands beside the stories: ideas, obstacles, touchpoints and teams. */
async function leaveTracesBelow({ as, core, clock }: Journey): Promise<void> {
  const theirs = await as(zelda)({ type: 'propose-idea', words: 'Write names on cups.', anyway: true });
  const others = await as(1)({ type: 'propose-idea', words: 'Ask Zelda Quaggahide for lamps.', anyway: true });
  if (theirs.type !== 'idea-proposed' || others.type !== 'idea-proposed')
    throw new Error(`${theirs.type} ${others.type}`);
  await as(zelda)({ type: 'lend-hand', idea: others.idea.id });
  await as(0)({ type: 'back-idea', idea: theirs.idea.id, clearing: 'Zelda Quaggahide gets pens.' });
  await as(0)({ type: 'bring-idea-alive', idea: theirs.idea.id });
  const obstacle = { kind: null, touchpoint: null, named: true, mentions: [] } as const;
  const reported = await as(zelda)({ type: 'report-obstacle', ...obstacle, words: 'Every refund wants a form.' });
  if (reported.type !== 'obstacle') throw new Error(reported.type);
  await as(zelda)({ type: 'take-obstacle', obstacle: reported.obstacle.id });
  await as(0)({ type: 'add-touchpoint', name: 'Desk of Zelda Quaggahide', promise: 'Zelda Quaggahide answers.' });
  await as(0)({ type: 'choose-teams', teams: [{ group: 'G1', name: 'Friends of Zelda Quaggahide' }] });
  const users = [ZELDA.user, 'p1', 'p2', 'p3', 'p4', 'p5'];
  const team = { connection: CONNECTION, group: 'G1', name: 'Friends of Zelda Quaggahide', users };
  await core.handle({ type: 'keep-team', key: 'team', at: clock.now(), ...team });
}

const erased = async ({ as, ledger }: Journey, id: string): Promise<View> => {
  const reply = await as(0)({ type: 'erase-person', person: id });
  await ledger.sweepUp();
  return reply;
};

describe('somebody who is erased', () => {
  test('leaves nothing on the disk: no name, no account, no address, no word of theirs', async () => {
    const journey = await beginJourney();
    const id = await meetZelda(journey);
    await leaveTraces(journey);
    const theirs = [...TRACES, id, 'quokkaish', 'quollchat', 'numbat', 'Bilbyish', 'wallabyish', 'ZELDA'];
    expect(foundOnDisk(journey.file, theirs)).toEqual(theirs);
    expect(await erased(journey, id)).toMatchObject({
      type: 'person-erased',
      footprint: { about: 2, told: 1, ideas: 1, obstacles: 1, lookedAfter: 0, hands: 1, waitsOn: 0, waiting: 1 },
    });
    await forgotten(journey.file, theirs);
  });

  test('stays in no story and in nothing that stands in a channel, and the stories stay', async () => {
    const journey = await beginJourney();
    const id = await meetZelda(journey);
    const { about, told } = await leaveTraces(journey);
    const before = await digestsSeen(journey);
    await erased(journey, id);
    const stood = JSON.stringify([await journey.seenAt(channel), await journey.seenAt(2), await journey.seenAt(3)]);
    for (const trace of [...TRACES, id]) expect(stood).not.toContain(trace);
    expect(await digestsSeen(journey)).toEqual(before);
    const mine = await journey.ask({ type: 'mine', by: person(3) });
    expect(mine).toMatchObject({
      aboutMe: [
        {
          id: about,
          heroes: [{ name: 'a colleague' }, { name: 'Person 3' }],
          words: '[a colleague] and Person 3 packed all night; [a colleague] never sat down.',
        },
      ],
    });
    expect(await journey.ask({ type: 'story', by: person(2), story: told })).toMatchObject({
      story: { teller: { name: 'a colleague' }, words: 'Carried every box.', cheers: 0 },
    });
    expect(await journey.exported('recovery')).toMatchObject([
      { words: '[a colleague] replaced the printer.', whatBroke: 'The printer' },
    ]);
    expect(await journey.exported('person')).toHaveLength(6);
    for (const words of ['Zelda', 'Quaggahide'])
      expect(await journey.ask({ type: 'search', by: person(2), words })).toMatchObject({ stories: [] });
  });

  test('hands the customers’ words that waited for them to those who manage', async () => {
    const journey = await beginJourney();
    const id = await meetZelda(journey);
    await leaveTraces(journey);
    await erased(journey, id);
    const inbox = await journey.ask({ type: 'inbox', by: person(0) });
    expect(inbox).toMatchObject({
      praise: [
        { words: '[a colleague] was lovely, and so was Person 5.', note: '', forwarder: { name: 'a colleague' } },
      ],
    });
    if (inbox.type !== 'inbox') throw new Error(inbox.type);
    const as = { as: 'win', heroes: [person(5)], audience: 'everyone', customer: 'full-name' } as const;
    expect(await journey.settle(inbox.praise[0]?.id ?? '', as, 0)).toMatchObject({ type: 'praise-settled' });
    expect(await journey.ask({ type: 'settings', by: person(0) })).toMatchObject({
      settings: { forwarders: ['@example.com'] },
    });
  });

  test('begins anew when the directory meets them again', async () => {
    const journey = await beginJourney();
    const id = await meetZelda(journey);
    await leaveTraces(journey);
    await erased(journey, id);
    expect(await meetZelda(journey, 'again')).not.toBe(id);
    expect(await journey.ask({ type: 'mine', by: zelda })).toMatchObject({ type: 'mine', aboutMe: [], told: [] });
    expect(await journey.ask({ type: 'inbox', by: zelda })).toEqual({ type: 'inbox', praise: [], more: 0 });
    expect(await journey.ledger.read.isWelcomed(id)).toBe(false);
  });

  test('cannot be told from another one who was', async () => {
    const journey = await beginJourney();
    const [first, second] = [await meetZelda(journey), (await journey.ledger.read.person(person(3)))?.id ?? ''];
    const { about } = await leaveTraces(journey);
    await erased(journey, first);
    await erased(journey, second);
    expect(await journey.exported('win')).toContainEqual(
      expect.objectContaining({ id: about, heroes: [{ person: expect.any(String), name: 'a colleague' }] }),
    );
  });
});

describe('erasing', () => {
  test('says first what will become of their stories, to an admin alone', async () => {
    const journey = await beginJourney();
    const id = await meetZelda(journey);
    await journey.give('Stayed late.', { heroes: [zelda] });
    const looked = (by: Identity, typed: string) => journey.ask({ type: 'erasing', by, whom: { typed } });
    const whom = { person: id, name: ZELDA.name };
    for (const typed of [id, '@zelda quaggahide', 'ZELDA@quagga.example.com', 'Quaggahide']) {
      expect(await looked(person(0), typed)).toMatchObject({ type: 'erasing', whom, footprint: { about: 1, told: 0 } });
    }
    expect(await looked(person(1), id)).toMatchObject({ reason: 'admins-only' });
    expect(await looked(person(0), 'Nobody Known')).toMatchObject({ reason: 'person-unknown', name: 'Nobody Known' });
    expect(await looked(person(0), '')).toMatchObject({ reason: 'person-unknown' });
    expect(await looked(person(0), 'Person')).toMatchObject({ reason: 'name-ambiguous', people: { length: 6 } });
    expect(await journey.as(1)({ type: 'erase-person', person: id })).toMatchObject({ reason: 'admins-only' });
  });

  test('is refused for bots, for the only admin by themselves, and for who is erased already', async () => {
    const journey = await beginJourney();
    const { as, core, clock, ledger } = journey;
    const robot = { user: 'bot', name: 'Build robot', email: null, kind: 'bot', manager: false, admin: false } as const;
    const people = [{ ...robot, active: true, guest: false }];
    await core.handle({ type: 'meet-people', key: 'bot', at: clock.now(), connection: CONNECTION, people });
    const idOf = async (user: string) => (await ledger.read.person({ connection: CONNECTION, user }))?.id ?? '';
    const [bot, admin, other] = [await idOf('bot'), await idOf('p0'), await idOf('p4')];
    expect(await as(0)({ type: 'erase-person', person: bot })).toMatchObject({ reason: 'bot-not-erased' });
    expect(await as(0)({ type: 'erase-person', person: admin })).toMatchObject({ reason: 'last-admin' });
    expect(await as(0)({ type: 'erase-person', person: other })).toMatchObject({ type: 'person-erased' });
    expect(await as(0)({ type: 'erase-person', person: other })).toMatchObject({ reason: 'person-unknown' });
    await ledger.sweepUp();
    const [nobody] = (await ledger.read.organizations()).map(({ id }) => id);
    expect((await ledger.read.peopleOf(nobody ?? '')).map(({ name }) => name)).not.toContain('a colleague');
    expect(await as(0)({ type: 'erase-person', person: other })).toMatchObject({ reason: 'person-unknown' });
  });
});
