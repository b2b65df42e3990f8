import { describe, expect, it } from 'vitest';
import type { Footprint } from '../views.ts';
import { plainText } from './plain.ts';

const nothing: Footprint = { about: 0, told: 0, ideas: 0, obstacles: 0, waiting: 0 };
const kept = (footprint: Partial<Footprint>) =>
  plainText({ type: 'privacy', hidden: false, mayErase: false, footprint: { ...nothing, ...footprint } });

describe('what Herald keeps about somebody', () => {
  it.each([
    [{}, 'Only who you are in each chat.'],
    [{ ideas: 2 }, '2 ideas of yours; and who you are in each chat.'],
    [{ about: 1, obstacles: 1 }, '1 story about you and 1 obstacle that you reported; and who you are in each chat.'],
    [{ told: 1200, waiting: 1 }, '1,200 stories told by you and 1 customer’s words that wait for you; and'],
  ])('%o is said without what there is none of', (footprint, says) => {
    expect(kept(footprint)).toContain(`\n${says}`);
    expect(kept(footprint)).not.toMatch(/\b0 /);
  });
});

describe('what somebody takes back', () => {
  it.each([
    [{ stories: 1 }, 'Take back your story?', 'Your story is taken back, everywhere it stood.'],
    [{ ideas: 1 }, 'Take back your idea?', 'Your idea is taken back, everywhere it stood.'],
    [{ ideas: 2 }, 'Take back your 2 ideas?', 'Your 2 ideas are taken back, everywhere they stood.'],
    [
      { stories: 1200, ideas: 1, obstacles: 2 },
      'Take back your 1,200 stories, 1 idea and 2 obstacles?',
      'Your 1,200 stories, 1 idea and 2 obstacles are taken back, everywhere they stood.',
    ],
  ])('%o is counted before and after', (some, before, after) => {
    const own = { stories: 0, ideas: 0, obstacles: 0, ...some };
    expect(plainText({ type: 'taking-back', ...own })).toContain(before);
    expect(plainText({ type: 'words-taken-back', ...own })).toContain(after);
  });
});
