import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { samplePerson } from '../../test/samples/people.ts';
import { guessHeroes } from './guess-heroes.ts';

const people = [
  samplePerson('Ana Duarte'),
  samplePerson('Ben Okafor'),
  samplePerson('Ben Schmidt'),
  samplePerson('Chloé Martin'),
  samplePerson('Mark O’Neill'),
  samplePerson('Anne-Marie Roux'),
  samplePerson('Herald', { kind: 'bot' }),
];
const guessed = (words: string) => guessHeroes(words, people).map(({ name }) => name);

describe('colleagues named in a customer’s words', () => {
  test.each([
    ['by a full name', 'I spoke to Ana Duarte on Monday.', ['Ana Duarte']],
    ['by a first name that only one has', 'Thank Ana for me!', ['Ana Duarte']],
    ['in the possessive', "Ana’s patience was wonderful, and Chloé's too.", ['Ana Duarte', 'Chloé Martin']],
    ['not by a first name that several have', 'Ben was great.', []],
    ['by a full name that tells them apart', 'Ben Schmidt was great.', ['Ben Schmidt']],
    ['at the end and before a comma', 'Chloé, you and Ana', ['Ana Duarte', 'Chloé Martin']],
    ['with a hyphen', 'Anne-Marie helped.', ['Anne-Marie Roux']],
    ['with an apostrophe', 'Mark O’Neill called.', ['Mark O’Neill']],
    ['with an apostrophe of the other kind', "Thank you, Mark O'Neill!", ['Mark O’Neill']],
    ['over a line’s end', 'It was Ana\nDuarte.', ['Ana Duarte']],
    ['in letters made of several parts', 'Chloe\u0301 helped.', ['Chloé Martin']],
    ['not within another word', 'Anatomy, Banana, Anabel', []],
    ['not where a name is a verb', 'Please mark my words.', []],
    ['not when it is a bot', 'Herald sent me a mail.', []],
    ['not when nobody is', 'Thank you all.', []],
    ['nor in nothing', '', []],
  ])('are found %s', (_how, words, names) => expect(guessed(words)).toEqual(names));

  test('are found anywhere among other words', () => {
    fc.assert(
      fc.property(fc.lorem(), fc.lorem(), fc.constantFrom('.', ',', '!', ' —', ''), (before, after, mark) => {
        expect(guessed(`${before} Ana Duarte${mark} ${after}`)).toEqual(['Ana Duarte']);
      }),
    );
  });

  test('are none when a name has nothing to read in it', () => {
    expect(guessHeroes('- 7 !', [samplePerson('-'), samplePerson('7')])).toEqual([]);
  });
});
