import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleWin } from '../../test/samples/win.ts';
import type { Recovery, Win } from '../views.ts';
import { editDigest, type UntoldWin } from './digest.ts';

const week = '2026-W48';
const day = (count: number) => `2026-11-${String(count).padStart(2, '0')}T09:00:00.000Z`;
const untold = (...wins: readonly Win[]): UntoldWin[] => wins.map((win) => ({ win, heldUntil: null }));
const idsOf = (wins: readonly Win[]) => wins.map((win) => win.id);
const edit = (...wins: readonly Win[]) => {
  const { inFull, inALine } = editDigest(week, untold(...wins));
  return { inFull: idsOf(inFull), inALine: idsOf(inALine) };
};

describe('what a digest tells', () => {
  test('five in full and the others in a line each, the oldest first', () => {
    const wins = [7, 3, 5, 1, 6, 2, 4].map((count) => sampleWin(`w${count}`, { at: day(count) }));
    expect(edit(...wins)).toEqual({ inFull: ['w1', 'w2', 'w3', 'w4', 'w5'], inALine: ['w6', 'w7'] });
  });

  test("the customers' own words stand before ours", () => {
    const ours = [1, 2, 3, 4, 5].map((count) => sampleWin(`ours ${count}`, { at: day(count) }));
    const theirs = sampleWin('theirs', { voice: 'customer', at: day(20) });
    expect(edit(...ours, theirs)).toEqual({
      inFull: ['theirs', 'ours 1', 'ours 2', 'ours 3', 'ours 4'],
      inALine: ['ours 5'],
    });
  });

  test('one colleague whom everybody praises leaves room for the others', () => {
    const ana = [1, 2, 3, 4, 5, 6].map((count) =>
      sampleWin(`ana ${count}`, { about: ['ana'], voice: 'customer', at: day(count) }),
    );
    const others = [10, 11, 12].map((count) => sampleWin(`other ${count}`, { at: day(count) }));
    expect(edit(...ana, ...others)).toEqual({
      inFull: ['ana 1', 'ana 2', 'other 10', 'other 11', 'other 12'],
      inALine: ['ana 3', 'ana 4', 'ana 5', 'ana 6'],
    });
  });

  test('two of whom there is much to tell take turns', () => {
    const stories = (person: string, from: number) =>
      [0, 1, 2, 3].map((count) => sampleWin(`${person} ${count}`, { about: [person], at: day(from + count) }));
    expect(edit(...stories('ana', 1), ...stories('ben', 10)).inFull).toEqual([
      'ana 0',
      'ana 1',
      'ana 2',
      'ben 0',
      'ben 1',
    ]);
  });

  test('one touchpoint, however it is spelled, leaves room for the others and for stories without any', () => {
    const hall = ['Hall', 'hall', ' HALL '].flatMap((touchpoint, place) =>
      [1, 2].map((count) => sampleWin(`hall ${place} ${count}`, { touchpoint, at: day(count) })),
    );
    const others = [10, 11, 12].map((count) => sampleWin(`nowhere ${count}`, { at: day(count) }));
    const phone = sampleWin('phone', { touchpoint: 'Phone', at: day(20) });
    expect(edit(...hall, ...others, phone).inFull).toEqual([
      'hall 0 1',
      'nowhere 10',
      'nowhere 11',
      'nowhere 12',
      'phone',
    ]);
  });

  test('of stories alike in all else, a teller who has been heard lets another speak', () => {
    const often = [1, 2, 3, 4, 5].map((count) =>
      sampleWin(`often ${count}`, { teller: { person: 'often', name: 'Often' }, at: day(count) }),
    );
    expect(edit(...often, sampleWin('once', { at: day(20) })).inFull).toContain('once');
  });

  test('no private, no unsettled and no held story; one held for the week before is back', () => {
    const told = sampleWin('told');
    const stories: readonly UntoldWin[] = [
      { win: told, heldUntil: '2026-W47' },
      { win: sampleWin('held'), heldUntil: week },
      { win: sampleWin('held for longer'), heldUntil: '2027-W01' },
      { win: sampleWin('private', { audience: 'heroes' }), heldUntil: null },
      { win: sampleWin('unsettled', { settled: false }), heldUntil: null },
    ];
    expect(editDigest(week, stories)).toEqual({ week, inFull: [told], inALine: [] });
  });

  test('a recovery has no way in', () => {
    const recovery: Recovery = { ...sampleWin('r'), lane: 'recovery', whatBroke: 'The lift.' };
    // @ts-expect-error A digest is edited from wins.
    const story: UntoldWin = { win: recovery, heldUntil: null };
    expect(story.win).toBe(recovery);
  });

  test('of ten thousand stories about the same few people none is compared with all others', () => {
    let looks = 0;
    const wins = Array.from({ length: 10_000 }, (_, count) => {
      const about = ['ana', `p${count % 7}`];
      const win = sampleWin(`w${count}`, { about, touchpoint: `T${count % 3}`, at: day((count % 28) + 1) });
      const looked = { get: () => ++looks && win.at, enumerable: true };
      return Object.defineProperty({ ...win }, 'at', looked);
    });
    const { inFull, inALine } = editDigest(week, untold(...wins));
    expect(inFull.length + inALine.length).toBe(10_000);
    expect(looks).toBeGreaterThan(10_000);
    expect(looks).toBeLessThan(50 * 10_000);
  });
});

describe('of any stories', () => {
  const people = fc.constantFrom('ana', 'ben', 'cem', 'dee', 'eva', 'fay');
  const story: fc.Arbitrary<(id: string) => UntoldWin> = fc
    .record({
      about: fc.uniqueArray(people, { minLength: 1, maxLength: 3 }),
      teller: people.map((person) => ({ person, name: person })),
      touchpoint: fc.option(fc.constantFrom('Hall', 'hall', 'Phone', 'Door')),
      voice: fc.constantFrom('customer' as const, 'colleague' as const),
      at: fc.integer({ min: 1, max: 9 }).map(day),
      audience: fc.constantFrom('everyone' as const, 'everyone' as const, 'everyone' as const, 'heroes' as const),
      settled: fc.constantFrom(true, true, true, false),
      heldUntil: fc.constantFrom(null, null, null, '2026-W47', '2026-W48', '2026-W49'),
    })
    .map(({ heldUntil, ...facts }) => (id: string) => ({ win: sampleWin(id, facts), heldUntil }));
  const stories = fc.array(story, { maxLength: 24 }).map((make) => make.map((one, place) => one(`w${place}`)));
  const whatever = (holds: (stories: readonly UntoldWin[]) => void) =>
    fc.assert(fc.property(stories, holds), { numRuns: 500 });

  const mayBeTold = ({ win, heldUntil }: UntoldWin) =>
    win.audience === 'everyone' && win.settled && ![week, '2026-W49'].includes(heldUntil ?? '');
  const timesIn = (wins: readonly Win[], person: string) =>
    wins.filter((win) => win.heroes.some((hero) => hero.person === person)).length;
  const spotOf = (win: Win) => win.touchpoint?.toLowerCase() ?? null;
  const timesAt = (wins: readonly Win[], spot: string | null) =>
    spot === null ? 0 : wins.filter((win) => spotOf(win) === spot).length;

  test('each that may be told is told exactly once, and no other', () => {
    whatever((all) => {
      const { inFull, inALine } = editDigest(week, [...all, ...all.slice(0, 5)]);
      const expected = all.filter(mayBeTold).map(({ win }) => win.id);
      expect(idsOf([...inFull, ...inALine]).toSorted()).toEqual(expected.toSorted());
      expect(inFull.length).toBe(Math.min(5, expected.length));
    });
  });

  test('the order they come in makes no difference', () => {
    const shuffled = stories.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(editDigest(week, one)).toEqual(editDigest(week, other));
      }),
      { numRuns: 500 },
    );
  });

  test('nobody stands in full once more than anybody in each of the stories that wait in a line', () => {
    whatever((all) => {
      const { inFull, inALine } = editDigest(week, all);
      const most = Math.max(0, ...inFull.flatMap((win) => win.heroes.map((hero) => timesIn(inFull, hero.person))));
      for (const { heroes } of inALine) {
        expect(Math.max(...heroes.map((hero) => timesIn(inFull, hero.person)))).toBeGreaterThanOrEqual(most - 1);
      }
    });
  });

  test('no touchpoint stands in full twice while a story of unseen people from an unseen touchpoint waits', () => {
    whatever((all) => {
      const { inFull, inALine } = editDigest(week, all);
      const most = Math.max(0, ...inFull.map((win) => timesAt(inFull, spotOf(win))));
      const unseen = inALine.filter((win) => win.heroes.every((hero) => timesIn(inFull, hero.person) === 0));
      for (const win of unseen) expect(timesAt(inFull, spotOf(win))).toBeGreaterThanOrEqual(most - 1);
    });
  });

  test("no customer's words wait while ours stand in full, unless their heroes or touchpoint stand there already", () => {
    whatever((all) => {
      const { inFull, inALine } = editDigest(week, all);
      if (inFull.every((win) => win.voice === 'customer')) return;
      for (const win of inALine.filter((waiting) => waiting.voice === 'customer')) {
        const seen = win.heroes.some((hero) => timesIn(inFull, hero.person) > 0) || timesAt(inFull, spotOf(win)) > 0;
        expect(seen, win.id).toBe(true);
      }
    });
  });

  test("in both parts the customers' words come first, then the oldest", () => {
    whatever((all) => {
      const { inFull, inALine } = editDigest(week, all);
      for (const part of [inFull, inALine]) {
        const keys = part.map((win) => `${win.voice === 'customer' ? 0 : 1} ${win.at} ${win.id}`);
        expect(keys).toEqual(keys.toSorted());
      }
    });
  });

  test('those in full are those that a patient reader would pick one by one', () => {
    whatever((all) => {
      const waiting = all.filter(mayBeTold).map(({ win }) => win);
      const picked: Win[] = [];
      while (picked.length < 5 && waiting.length > 0) {
        const keyed = waiting.map((win, place) => ({
          place,
          key: [
            Math.max(...win.heroes.map((hero) => timesIn(picked, hero.person))),
            timesAt(picked, spotOf(win)),
            win.voice === 'customer' ? 0 : 1,
            picked.filter((other) => other.teller.person === win.teller.person).length,
            win.at,
            win.id,
          ].join(' '),
        }));
        const best = keyed.toSorted((one, other) => (one.key < other.key ? -1 : 1))[0]!;
        picked.push(...waiting.splice(best.place, 1));
      }
      expect(idsOf(editDigest(week, all).inFull).toSorted()).toEqual(idsOf(picked).toSorted());
    });
  });
});
