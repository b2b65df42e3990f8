import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonShown } from '../../src/views.ts';
import { readMentions } from './mentions.ts';

const person = (user: string, name: string): PersonShown => ({
  person: `p-${user}`,
  name,
  user,
  kind: 'human',
  manager: false,
  admin: false,
  active: true,
  guest: false,
});
const people = [
  person('ana', 'Ana Duarte'),
  person('anab', 'Ana Bell'),
  person('ben', 'Ben Okafor'),
  person('chloe', 'Chloé Martin'),
  person('u4', "Siobhán O'Neill-Ray"),
];

function read(text: string) {
  const mentions = readMentions(text, people);
  return 'refusal' in mentions
    ? mentions.refusal.reason
    : { users: mentions.people.map(({ user }) => user), words: mentions.words };
}

test.each([
  ['@Ben Okafor stayed late', ['ben'], 'stayed late'],
  ['@ben stayed late', ['ben'], 'stayed late'],
  ['@Okafor stayed late', ['ben'], 'stayed late'],
  ['@chloe drew a map', ['chloe'], 'drew a map'],
  ['@Ana Duarte @Ben Okafor stayed late', ['ana', 'ben'], 'stayed late'],
  ['@Ana Duarte, @Ben and @Chloé: stayed late', ['ana', 'ben', 'chloe'], 'stayed late'],
  ['@Ben\nstayed late', ['ben'], 'stayed late'],
  ["@Siobhan O'Neill-Ray sang", ['u4'], 'sang'],
  ['@Ben', ['ben'], ''],
])('%j names those who begin it', (text, users, words) => {
  expect(read(text)).toEqual({ users, words });
});

test('those named within the words count when nobody begins them, and stay in the words', () => {
  expect(read('Thanks to @Ben and @Chloé Martin!')).toEqual({
    users: ['ben', 'chloe'],
    words: 'Thanks to Ben and Chloé Martin!',
  });
});

test('a mail address in the words mentions nobody', () => {
  expect(read('wrote to me@ben.example about it')).toEqual({ users: [], words: 'wrote to me@ben.example about it' });
});

test('whoever is named later in a story that begins with a name is part of its words', () => {
  expect(read('@Ben covered for @Chloé')).toEqual({ users: ['ben'], words: 'covered for @Chloé' });
});

test('a user name that is a first name of two people still means its owner', () => {
  expect(read('@ana stayed late')).toEqual({ users: ['ana'], words: 'stayed late' });
});

test('a name that fits several people is offered, one that fits nobody is named', () => {
  const two = [person('s1', 'Sam Lee'), person('s2', 'Sam Ott')];
  expect(readMentions('@Sam helped', two)).toEqual({
    refusal: {
      type: 'refusal',
      reason: 'name-ambiguous',
      name: 'Sam',
      people: [
        { person: 'p-s1', name: 'Sam Lee' },
        { person: 'p-s2', name: 'Sam Ott' },
      ],
    },
  });
  expect(readMentions('@Zed helped', two)).toEqual({
    refusal: { type: 'refusal', reason: 'person-unknown', name: 'Zed' },
  });
});

test('anything typed is read without an error, however long it is', () => {
  const bits = fc.constantFrom('@', '@Ben', ' ', 'and ', ', ', '@Zed', '\u202e', "'s", '.', '\n', 'x', '👩‍👧');
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 40 }), (parts) => {
      readMentions(parts.join(''), people);
    }),
  );
  for (const bit of ['@Ben ', '@Zed ', 'x @Ben ', 'x @Zed ', '@', '@ ']) readMentions(bit.repeat(100_000), people);
});
