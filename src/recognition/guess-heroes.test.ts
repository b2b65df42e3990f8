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
const told = (words: string, customer: string | null = null) => ({ words, customer: { name: customer } });
const all = (words: string, customer: string | null = null) => guessHeroes(told(words, customer), people);
const guessed = (words: string, customer: string | null = null) =>
  all(words, customer).flatMap(({ name, said }) => (said === null ? [name] : []));
const maybe = (words: string, customer: string | null = null) =>
  all(words, customer).flatMap(({ name, said }) => (said === null ? [] : [`${said}: ${name}`]));

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

  test('are not those who only have the customer’s name', () => {
    expect(all('What a day!\n\nAna', 'Ana Holm')).toEqual([]);
    expect(all('What a day!\n\nAna Duarte', 'Ana Duarte')).toEqual([]);
    expect(all('Ben was great.\n\nChloé Martin', 'Chloé Martin').map(({ name }) => name)).toEqual([
      'Ben Okafor',
      'Ben Schmidt',
    ]);
  });

  test('are none when a name has nothing to read in it', () => {
    expect(guessHeroes(told('- 7 !'), [samplePerson('-'), samplePerson('7')])).toEqual([]);
  });
});

describe('colleagues who may be meant', () => {
  test.each([
    ['by a first name that several have', 'Ben was great.', ['Ben: Ben Okafor', 'Ben: Ben Schmidt']],
    ['by a nickname', 'Benny was great.', ['Benny: Ben Okafor', 'Benny: Ben Schmidt']],
    ['by the long form of a name', 'Annie was great.', ['Annie: Ana Duarte']],
    ['without an accent', 'Chloe was great.', ['Chloe: Chloé Martin']],
    ['with a letter too many', 'Chloée was great.', ['Chloée: Chloé Martin']],
    ['with two letters changed', 'Chleo was great.', ['Chleo: Chloé Martin']],
    ['with another letter', 'Marc O’Neill was great.', ['Marc: Mark O’Neill']],
    ['by a family name', 'Frau Duarte war großartig.', ['Duarte: Ana Duarte']],
    ['by a name that the customer has, said again', 'Ana was great.\n\nAna', ['Ana: Ana Duarte'], 'Ana Holm'],
    ['nobody where two letters differ', 'Chlaa was great.', []],
    ['nobody in small letters', 'annie and chloe', []],
    ['nobody short with a letter changed', 'Ina was great.', []],
    ['nobody whose whole name stands there too', 'Ben Schmidt was great. Thank you, Ben!', []],
  ])('%s', (_how, words, names, customer: string | null = null) => {
    expect(maybe(words, customer)).toEqual(names);
  });

  test('are both of two with one name', () => {
    const two = [samplePerson('Ana Duarte', { id: 'a' }), samplePerson('Ana Duarte', { id: 'b' })];
    const guesses = guessHeroes(told('Ana Duarte was great.'), two);
    expect(guesses.map(({ person, said }) => [person, said])).toEqual([
      ['a', 'Ana'],
      ['b', 'Ana'],
    ]);
  });

  test('are never taken for sure', () => {
    const slipped = fc.tuple(fc.constantFrom('Chloé', 'Anne-Marie'), fc.nat(4), fc.constantFrom('a', 'e', 'x', ''));
    fc.assert(
      fc.property(slipped, ([name, at, letter]) => {
        const word = name.slice(0, at + 1) + letter + name.slice(at + 2);
        fc.pre(word !== name && !people.some((person) => person.name.startsWith(`${word} `)));
        expect(guessed(`${word} was great.`)).toEqual([]);
      }),
    );
  });

  // Laying each word beside each name, letter by letter, would take longer than a test may.
  test('are a handful at most, whatever is said among a hundred thousand people', () => {
    const many = Array.from({ length: 100_000 }, (_, at) =>
      samplePerson(`Anna${'abcdefghij'.charAt(at % 10)} Number${at}`),
    );
    const said = Array.from({ length: 3000 }, (_, at) => `Anna${at.toString(36).replaceAll(/\d/g, 'x')}`).join(' ');
    expect(guessHeroes(told(said), many).length).toBeLessThanOrEqual(6);
  });
});
