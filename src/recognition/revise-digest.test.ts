import { describe, expect, test } from 'vitest';
import { sampleWin } from '../../test/samples/win.ts';
import { reviseDigest, type TellingDigest } from './revise-digest.ts';

const week = '2026-W48';
const a = sampleWin('a');
const b = sampleWin('b');
const c = sampleWin('c');
const d = sampleWin('d');
const telling: TellingDigest = {
  id: 'd1',
  week,
  slots: [
    { win: 'a', form: 'full' },
    { win: 'b', form: 'full' },
    { win: 'c', form: 'line' },
    { win: 'd', form: 'line' },
  ],
  wins: [d, b, c, a],
};
const edit = (inFull: unknown, inALine: unknown) => [
  {
    to: 'wherever-it-stands',
    about: { kind: 'digest', id: 'd1' },
    view: { type: 'digest', digest: { week, inFull, inALine } },
  },
];

describe('a posted digest', () => {
  test('tells a mended story in its place', () => {
    const mended = { ...a, words: 'Told better.' };
    expect(reviseDigest(telling, 'a', mended)).toEqual(edit([mended, b], [c, d]));
  });

  test('tells a cheered story of those in a line in its place', () => {
    const cheered = { ...d, cheers: 3 };
    expect(reviseDigest(telling, 'd', cheered)).toEqual(edit([a, b], [c, cheered]));
  });

  test('drops a story that is gone and leaves the others where they were read', () => {
    expect(reviseDigest(telling, 'a', null)).toEqual(edit([b], [c, d]));
    expect(reviseDigest(telling, 'c', null)).toEqual(edit([a, b], [d]));
  });

  test('tells a story in its old place that was moved away and is a win again', () => {
    const without = { ...telling, wins: [d, b, c] };
    expect(reviseDigest(without, 'a', a)).toEqual(edit([a, b], [c, d]));
    expect(reviseDigest(without, 'b', null)).toEqual(edit([], [c, d]));
  });

  test('is left alone when it never told the story, or when none does', () => {
    expect(reviseDigest(telling, 'elsewhere', sampleWin('elsewhere'))).toEqual([]);
    expect(reviseDigest(null, 'a', null)).toEqual([]);
  });
});
