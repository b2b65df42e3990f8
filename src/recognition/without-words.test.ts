import { describe, expect, it } from 'vitest';
import type { Obstacle } from '../obstacles.ts';
import type { View } from '../views.ts';
import { holdsWords, idsIn, tellsOf, withoutNotes, withoutObstacles } from './without-words.ts';

const [mine, other] = ['01a202d3-6919-7357-bef1-151c44fd2434', '01a202d3-6828-7238-bf35-d32810ac34c8'];
const obstacle = (id: string): Obstacle => ({
  id,
  words: 'A till with one key',
  kind: null,
  touchpoint: null,
  reporter: null,
  origin: 'named',
  times: 1,
  at: '2026-11-18T09:00:00.000Z',
  now: { state: 'reported' },
});

describe('an answer', () => {
  it('is theirs by the ids of what they told', () => {
    expect(idsIn(JSON.stringify({ story: { id: mine } }), new Set([mine]))).toEqual([mine]);
    expect(idsIn(JSON.stringify({ story: { id: other } }), new Set([mine]))).toEqual([]);
  });

  it.each([
    [{ story: { words: 'Stayed.', teller: { person: 'ana', name: 'Ana' } } }, true],
    [{ ideas: [{ words: 'A bell.', author: { person: 'ana', name: 'Ana' } }] }, true],
    [{ story: { words: 'Stayed.', teller: { person: 'ben', name: 'Ben' }, heroes: [{ person: 'ana' }] } }, false],
    [{ reason: 'not-yours-to-change', teller: { person: 'ana', name: 'Ana' } }, false],
  ])('%j is told by Ana: %s', (view, expected) => {
    expect(tellsOf(view, 'ana')).toBe(expected);
  });

  it('gives words back to a slip or after a "no", and holds none when it only says how it stands', () => {
    expect(holdsWords({ type: 'story-retracted', words: 'A slip.', heroes: [] })).toBe(true);
    expect(holdsWords({ type: 'digest', digest: { inFull: [{ words: 'Deep inside.' }] } })).toBe(true);
    expect(holdsWords({ type: 'cheered', story: mine, cheers: 2, words: '' })).toBe(false);
  });
});

describe('notes beside customers’ words', () => {
  const praise = (forwarder: string) => ({
    words: 'Roses.',
    note: 'Look!',
    forwarder: { person: forwarder, name: '' },
  });

  it('go where they wrote them, and the customer’s words stay', () => {
    const inbox = { type: 'inbox', praise: [praise('ana'), praise('ben')] };
    expect(withoutNotes(inbox, 'ana')).toEqual({
      type: 'inbox',
      praise: [{ ...praise('ana'), note: '' }, praise('ben')],
    });
    expect(withoutNotes(inbox, 'chloe')).toBeNull();
  });
});

describe('a message that is not found by what it is about', () => {
  const gone = new Set([mine]);
  const waiting = (fresh: string[], long: string[]): View => ({
    type: 'obstacles-waiting',
    fresh: fresh.map(obstacle),
    long: long.map(obstacle),
  });

  it('says less, or that it was taken back where nothing is left', () => {
    expect(withoutObstacles(waiting([mine, other], [mine]), gone)).toEqual(waiting([other], []));
    expect(withoutObstacles(waiting([mine], []), gone)).toEqual({ type: 'obstacle-withdrawn' });
    const news: View = { type: 'obstacle', news: 'cleared', obstacle: obstacle(mine), offers: [] };
    expect(withoutObstacles(news, gone)).toEqual({ type: 'obstacle-withdrawn' });
  });

  it('stays as it is where it speaks of others', () => {
    expect(withoutObstacles(waiting([other], []), gone)).toBeNull();
    expect(withoutObstacles({ type: 'story-withdrawn' }, gone)).toBeNull();
  });
});
