import { describe, expect, it } from 'vitest';
import type { Footprint } from '../views.ts';
import { plainText } from './plain.ts';

const nothing: Footprint = {
  about: 0,
  told: 0,
  ideas: 0,
  obstacles: 0,
  lookedAfter: 0,
  hands: 0,
  waitsOn: 0,
  waiting: 0,
};
const kept = (footprint: Partial<Footprint>) =>
  plainText({ type: 'privacy', hidden: false, mayErase: false, footprint: { ...nothing, ...footprint } });

describe('what Herald keeps about somebody', () => {
  it.each([
    [{}, 'Only who you are in each chat.'],
    [{ ideas: 2 }, '2 ideas of yours; and who you are in each chat.'],
    [{ hands: 1, waitsOn: 2 }, '1 hand that you lend and 2 obstacles of others that you wait on; and who you are'],
    [{ about: 1, obstacles: 1 }, '1 story about you and 1 obstacle that you reported; and who you are in each chat.'],
    [{ told: 1200, waiting: 1 }, '1,200 stories told by you and 1 customer’s words that wait for you; and'],
  ])('%o is said without what there is none of', (footprint, says) => {
    expect(kept(footprint)).toContain(`\n${says}`);
    expect(kept(footprint)).not.toMatch(/\b0 /);
  });
});

describe('erasing somebody', () => {
  const asked = (footprint: Partial<Footprint>) =>
    plainText({
      type: 'erasing',
      whom: { person: 'ana', name: 'Ana' },
      yourself: false,
      footprint: { ...nothing, ...footprint },
    });

  it('counts what stays without their name, and what goes', () => {
    const text = asked({ about: 2, told: 1, ideas: 1, obstacles: 3, lookedAfter: 2, hands: 1, waitsOn: 4, waiting: 1 });
    expect(text).toContain(
      '2 stories about them, 1 story that they told, 1 idea of theirs, 3 obstacles that they reported and 2 ideas and obstacles that they looked after stay, without their name.',
    );
    expect(text).toContain('accounts, address, 1 hand that they lend, their name at 4 obstacles of others, cheers,');
    expect(text).toContain('1 customer’s words wait for those who manage then.');
  });

  it('says so where nothing is theirs', () => {
    expect(asked({})).toContain('No story is about them or told by them, and no idea or obstacle is theirs.');
    expect(asked({ ideas: 1 })).toContain('1 idea of theirs stays, without their name.');
    expect(asked({ about: 1, waitsOn: 1 })).not.toMatch(/\b0 /);
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
