import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { suggestLane } from '../../src/recognition/suggest-lane.ts';
import { confusionTables, precisionWhereChosen } from './confusion.ts';
import { LANES, readExamples } from './examples.ts';
import { train } from './learn.ts';
import { weightsFile, written } from './weights-file.ts';

const training = readExamples('training');
const keptApart = readExamples('kept-apart');
const shipped = readFileSync(weightsFile, 'utf8');

function suggestsAhead(lane: (typeof LANES)[number]): boolean {
  return keptApart.some(({ words }) => {
    const suggested = suggestLane(words);
    return suggested?.lane === lane && suggested.sure;
  });
}

describe('what Herald suggests for a customer’s words', () => {
  test('rests on the weights that its examples teach, again and again the same', () => {
    expect(written(train(training))).toBe(shipped);
    expect(written(train(training.slice(1)))).not.toBe(shipped);
    expect(shipped.length).toBeLessThan(50_000);
  });

  test('is as good as docs/praise-suggestions.md says', () => {
    const document = readFileSync(new URL('../../docs/praise-suggestions.md', import.meta.url), 'utf8');
    expect(document).toContain(confusionTables(keptApart));
  });

  test('is chosen already only where it is right four times in five', () => {
    const ahead = LANES.filter((lane) => suggestsAhead(lane));
    expect(ahead.length).toBeGreaterThan(0);
    for (const lane of ahead) expect(precisionWhereChosen(keptApart, lane)).toBeGreaterThanOrEqual(0.8);
  });

  test('is measured on examples of which none was learned from, and of each kind enough', () => {
    const learned = new Set(training.map(({ words }) => words));
    expect(keptApart.filter(({ words }) => learned.has(words))).toEqual([]);
    expect(new Set([...training, ...keptApart].map(({ words }) => words)).size).toBe(
      training.length + keptApart.length,
    );
    for (const lane of LANES) {
      expect(keptApart.filter((example) => example.lane === lane).length).toBeGreaterThanOrEqual(30);
      expect(training.filter((example) => example.lane === lane).length).toBeGreaterThanOrEqual(30);
    }
  });

  test('comes with words that stand in the text', () => {
    for (const { words } of keptApart) {
      const plain = ` ${words
        .toLowerCase()
        .replaceAll('’', "'")
        .replace(/[^\p{L}\p{N}'-]+/gu, ' ')} `;
      for (const reason of suggestLane(words)?.because ?? []) expect(plain).toContain(reason);
    }
  });
});
