import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Praise, View } from '../../src/views.ts';
import { channel, person } from '../fakes/company.ts';
import { beginJourney, MONDAY_9, WEDNESDAY } from './journey.ts';

// What the disk has of a customer's words: looked for in every byte of the database and of its log.

function onDisk(file: string): Buffer {
  return Buffer.concat([file, `${file}-wal`].filter(existsSync).map((one) => readFileSync(one)));
}

function praiseIn(view: View): Praise {
  if (!('praise' in view) || Array.isArray(view.praise)) throw new Error(`No praise: ${JSON.stringify(view)}`);
  return view.praise as Praise;
}

const win = { as: 'win', heroes: [person(2)], audience: 'everyone', customer: 'full-name' } as const;

describe('a customer’s phone, card and account numbers', () => {
  const words = 'Person 2 rang me on 0170 1234567 on 16.11.2026 about order 4711-220, and charged 4111 1111 1111 1111.';

  test('never reach the disk, wherever they stood in the mail', async () => {
    const { file, bring, settle, settled } = await beginJourney();
    const { id } = praiseIn(
      await bring({
        words,
        note: 'Her IBAN is DE89 3704 0044 0532 0130 00.',
        subject: 'Call +1 555 123 4567',
        customer: { name: '020 7946 0958', email: 'grete@example.com' },
      }),
    );
    await settle(id, win);
    await settled();
    const disk = onDisk(file);
    for (const digits of ['1234567', '4111 1111', '3704 0044', '123 4567', '7946 0958', '79460958'])
      expect(disk.includes(digits)).toBe(false);
    for (const kept of ['[phone number removed]', '[card number removed]', '16.11.2026', '4711-220'])
      expect(disk.includes(kept)).toBe(true);
  });

  test('stand as marks where people read the words', async () => {
    const { bring, settle, seenAt } = await beginJourney();
    const { id } = praiseIn(await bring({ words }));
    await settle(id, win);
    expect(await seenAt(2)).toMatchObject([
      {
        type: 'you-were-named',
        story: {
          words:
            'Person 2 rang me on [phone number removed] on 16.11.2026 about order 4711-220, and charged [card number removed].',
        },
      },
    ]);
  });

  test('do not keep the same mail from being recognised when it comes again', async () => {
    const { bring } = await beginJourney();
    const { id } = praiseIn(await bring({ words, messageIds: [] }));
    const again = await bring({ words, messageIds: [] });
    expect([again.type, praiseIn(again).id]).toEqual(['praise-already-here', id]);
  });
});

/** Whether the disk forgets this, a moment after it was let go. */
const forgotten = (file: string, words: string) =>
  expect.poll(() => onDisk(file).includes(words), { timeout: 8000 }).toBe(false);

const DAY = 86_400_000;
const later = (days: number) => new Date(Date.parse(WEDNESDAY) + days * DAY).toISOString();

describe('a customer’s words that are settled', () => {
  test('are gone from the disk after ninety days, with all that was known of the customer; the story stays', async () => {
    const { file, bring, settle, passTo, exported, seenAt } = await beginJourney();
    const known = { words: `${'What a lovely long mail. '.repeat(400)}It was Zanzibar.`, subject: 'About Quagga' };
    const { id } = praiseIn(await bring({ ...known, note: 'Mind the Vicuna!' }));
    await bring(known);
    await settle(id, { ...win, customer: 'first-name' });
    const thanks = praiseIn(await bring({ words: 'Ibex and thanks', messageIds: [], note: 'Okapi' }));
    await settle(thanks.id, { as: 'thanks', heroes: [person(3)], audience: 'everyone', customer: 'no-name' });
    expect(await seenAt(channel)).toMatchObject([{ type: 'customer-thanks', customer: null }]);

    await passTo(later(89));
    for (const words of ['Zanzibar', 'Quagga', 'Vicuna', 'Ibex', 'Okapi', 'grete@example.com', 'Grete Holm'])
      expect(onDisk(file).includes(words), words).toBe(true);
    // Somebody brings them again, and is answered with what became of them.
    expect(await bring(known)).toMatchObject({ type: 'praise-already-here', praise: { subject: 'About Quagga' } });
    await passTo(later(91));
    for (const words of ['Quagga', 'Vicuna', 'Ibex', 'Okapi', 'grete@example.com', 'Grete Holm'])
      await forgotten(file, words);
    expect(await seenAt(1)).toMatchObject([
      { type: 'praise-expired', praise: { words: '', state: { as: 'win' } } },
      { type: 'praise-expired', praise: { state: { as: 'thanks' } } },
    ]);
    expect(await exported('win')).toMatchObject([{ customer: 'Grete', words: expect.stringContaining('Zanzibar') }]);
    expect(await exported('praise')).toMatchObject([
      { words: '', note: '', customer: { name: null, email: null }, status: 'expired', settledAs: 'win' },
      { words: '', status: 'expired', settledAs: 'thanks' },
    ]);
  }, 20_000);

  test('are recognised all the same when they come again, and cannot be settled anew', async () => {
    const { as, bring, settle, passTo, ask } = await beginJourney();
    const { id } = praiseIn(await bring({}));
    await settle(id, { as: 'thanks', heroes: [], audience: 'heroes', customer: 'full-name' });
    await passTo(later(91));
    expect(await bring({})).toMatchObject({ type: 'praise-expired', praise: { id, state: { as: 'thanks' } } });
    expect(await settle(id, win)).toMatchObject({ reason: 'already-settled', as: 'thanks' });
    expect(await as(1)({ type: 'reopen-praise', praise: id })).toMatchObject({ reason: 'praise-unknown' });
    expect(await ask({ type: 'inbox', by: person(1) })).toEqual({ type: 'inbox', praise: [], more: 0 });
  });

  test('are kept for as long as an admin says', async () => {
    const { as, file, bring, settle, passTo } = await beginJourney();
    expect(await as(0)({ type: 'change-settings', changes: { praiseDays: 0 } })).toMatchObject({
      reason: 'setting-unusable',
      setting: 'praiseDays',
    });
    await as(0)({ type: 'change-settings', changes: { praiseDays: 30 } });
    const { id } = praiseIn(await bring({ note: 'Okapi' }));
    await settle(id, win);
    await passTo(later(29));
    expect(onDisk(file).includes('Okapi')).toBe(true);
    await passTo(later(31));
    await forgotten(file, 'Okapi');
  });

  test('stay with their story when it changes its lane or is taken back after that', async () => {
    const { as, bring, settle, passTo, seenAt } = await beginJourney();
    const { id, words } = praiseIn(await bring({}));
    const settled = await settle(id, win);
    if (settled.type !== 'praise-settled' || settled.story === null) throw new Error(settled.type);
    const story = settled.story.id;
    await passTo(later(91));
    await as(1)({ type: 'move-story', story, to: { lane: 'recovery', whatBroke: 'The roses' } });
    expect(await seenAt(1)).toMatchObject([{ type: 'praise-expired' }]);
    expect(await as(1)({ type: 'retract-story', which: { story } })).toMatchObject({ type: 'story-retracted', words });
    expect(await seenAt(1)).toMatchObject([{ type: 'praise-expired' }]);
  });
});

test('words that nobody settled are kept, however long they wait', async () => {
  const { bring, passTo, ask } = await beginJourney();
  const praise = praiseIn(await bring({}));
  await passTo(later(2000));
  expect(await ask({ type: 'inbox', by: person(1) })).toEqual({ type: 'inbox', praise: [praise], more: 0 });
});

describe('a complaint', () => {
  const complaint = { words: 'Person 2 was rude to me. Never again!', note: 'See Person 2.', messageIds: [] };

  test('is handed back in private and names nobody anywhere else', async () => {
    const { file, bring, settle, seenAt, exported, passTo, ask } = await beginJourney();
    const praise = praiseIn(await bring(complaint));
    expect(praise.guessedHeroes).toContainEqual(expect.objectContaining({ name: 'Person 2' }));
    const settled = await settle(praise.id, { as: 'not-praise' }, 0);
    expect(settled).toMatchObject({ praise: { words: complaint.words, guessedHeroes: [] }, story: null });
    expect(await seenAt(1)).toEqual([settled]);
    await passTo(MONDAY_9);
    for (const place of [2, channel] as const) expect(JSON.stringify(await seenAt(place))).not.toMatch(/rude|Person 2/);
    for (const type of ['win', 'recovery', 'trace', 'cheer']) expect(await exported(type)).toEqual([]);
    expect(JSON.stringify(await exported('praise'))).not.toMatch(/rude|Person 2|grete/);
    expect(await ask({ type: 'mine', by: person(2) })).toEqual({
      type: 'mine',
      aboutMe: [],
      told: [],
      ideas: { proposed: [], helped: [] },
      obstacles: { waitedOn: [], owned: [] },
    });
    expect(await ask({ type: 'search', by: person(0), words: 'rude' })).toMatchObject({ stories: [] });
    await passTo(later(8));
    await forgotten(file, 'rude');
  });

  test('that was settled by a slip waits again, with the names that stand in it', async () => {
    const { as, bring, settle } = await beginJourney();
    const praise = praiseIn(await bring(complaint));
    await settle(praise.id, { as: 'not-praise' });
    expect(await as(1)({ type: 'reopen-praise', praise: praise.id })).toMatchObject({
      praise: { guessedHeroes: expect.arrayContaining([...praise.guessedHeroes]), words: complaint.words },
    });
  });
});

describe('an inbox in which words wait', () => {
  const reminded = (views: readonly View[]) => views.filter(({ type }) => type === 'inbox-reminder');

  test('reminds its owner once, after two working days, and then rests', async () => {
    const { bring, passTo, seenAt, ask } = await beginJourney();
    await bring({});
    await bring({ words: 'Another one, about somebody else.', messageIds: [] });
    await passTo(later(1.99));
    expect(reminded(await seenAt(1))).toEqual([]);
    for (const days of [2, 2.01, 5, 12, 60]) await passTo(later(days));
    expect(reminded(await seenAt(1))).toEqual([
      { type: 'inbox-reminder', waiting: 2, since: WEDNESDAY, brought: 'by-reader' },
    ]);
    expect(reminded(await seenAt(0))).toEqual([]);
    expect(await ask({ type: 'inbox', by: person(1) })).toMatchObject({ praise: [{}, {}] });
  });

  test('reminds nobody of what is settled', async () => {
    const { bring, settle, passTo, seenAt } = await beginJourney();
    const { id } = praiseIn(await bring({}));
    await settle(id, win);
    await passTo(later(9));
    expect(reminded(await seenAt(1))).toEqual([]);
  });

  test('reminds those who manage when its owner has left', async () => {
    const { core, clock, bring, passTo, seenAt } = await beginJourney();
    await bring({});
    const left = { user: 'p1', name: 'Person 1', email: null, kind: 'human', manager: false, admin: false } as const;
    const people = [{ ...left, active: false, guest: false }];
    await core.handle({ type: 'meet-people', key: 'left', at: clock.now(), connection: person(1).connection, people });
    await passTo(later(5));
    expect(reminded(await seenAt(0))).toEqual([
      { type: 'inbox-reminder', waiting: 1, since: WEDNESDAY, brought: 'by-others' },
    ]);
    expect(reminded(await seenAt(1))).toEqual([]);
  });
});
