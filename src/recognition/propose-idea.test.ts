import { describe, expect, test } from 'vitest';
import { sampleIdea } from '../../test/samples/idea.ts';
import { ana, ben, identityOf } from '../../test/samples/people.ts';
import type { Idea } from '../ideas.ts';
import { proposeIdea } from './propose-idea.ts';

const at = '2026-11-20T09:00:00.000Z';
const propose = (words: string, known: { anyway?: boolean; mine?: Idea; sharing?: readonly Idea[] } = {}) =>
  proposeIdea({
    command: { type: 'propose-idea', key: 'k', by: identityOf(ben), at, words, anyway: known.anyway ?? false },
    id: 'new',
    author: ben,
    inTheseWords: known.mine ?? null,
    sharing: known.sharing ?? [],
  });

describe('an idea', () => {
  test.each([
    'Umbrellas to borrow',
    'רעיון ‏ישן',
    'カップに名前を書く',
    'see https://example.com/?a=1&b=<2>',
    'a'.repeat(1000),
  ])('is kept as it is typed: %s', (words) => {
    const { reply, facts, announce } = propose(`  ${words}\u0000 `);
    expect(reply).toMatchObject({ type: 'idea-proposed', idea: { words, author: { person: 'ben' }, hands: [] } });
    expect(facts).toMatchObject([
      { type: 'idea-proposed', idea: { id: 'new', now: { state: 'proposed', since: at } } },
    ]);
    expect(announce).toEqual([]);
  });

  test.each([
    ['', 'idea-without-words'],
    [' \u200b\n ', 'idea-without-words'],
    ['a'.repeat(1001), 'too-long'],
    ['a'.repeat(1_000_000), 'too-long'],
  ])('that says nothing, or too much, is not (%#)', (words, reason) => {
    const { reply, facts } = propose(words);
    expect(reply).toMatchObject({ type: 'refusal', reason });
    expect(facts).toEqual([]);
  });

  test('in the same words stands once, also when it is meant anyway', () => {
    expect(propose('Again', { mine: sampleIdea(), anyway: true }).reply).toMatchObject({
      reason: 'already-proposed',
      idea: 'i',
    });
  });
});

describe('ideas alike', () => {
  const close = sampleIdea();
  test('are shown first, the closest above, and nothing is kept', () => {
    const far = sampleIdea({ id: 'far', words: 'Write a card' });
    const closer = sampleIdea({ id: 'closer', words: 'Names on cups' });
    const { reply, facts } = propose('Write names on the cups', { sharing: [far, closer, close] });
    expect(reply).toMatchObject({ type: 'ideas-alike', words: 'Write names on the cups' });
    expect(reply.type === 'ideas-alike' && reply.ideas.map(({ id }) => id)).toEqual(['i', 'closer']);
    expect(facts).toEqual([]);
  });

  test('keep nobody who has seen them from proposing, nor anybody from their own', () => {
    expect(propose('Names on cups', { sharing: [close], anyway: true }).reply.type).toBe('idea-proposed');
    const own = sampleIdea({ author: { person: ben.id, name: ben.name } });
    expect(propose('Names on cups', { sharing: [own] }).reply.type).toBe('idea-proposed');
    expect(propose('Umbrellas to borrow', { sharing: [close] }).reply.type).toBe('idea-proposed');
  });

  test('are at most three', () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      sampleIdea({ id: `i${index}`, author: { person: ana.id, name: 'Ana' } }),
    );
    const { reply } = propose('Names on cups', { sharing: many });
    expect(reply.type === 'ideas-alike' && reply.ideas).toHaveLength(3);
  });
});
