import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ana, ben, chloe, identityOf, mentioned, robot, samplePerson, stranger } from '../../test/samples/people.ts';
import { heroesFrom, heroesPraised, isRefusal, named, sameHeroes } from './story-heroes.ts';

const refusal = (reason: string, fields: object = {}) => ({ type: 'refusal', reason, ...fields });
const many = (count: number) => Array.from({ length: count }, (_, index) => samplePerson(`Hero${index}`));

describe('the heroes of a story', () => {
  test.each([
    ['one', [ana], [ana]],
    ['several, in the order named', [chloe, ana], [chloe, ana]],
    ['each once', [ana, chloe, ana], [ana, chloe]],
    ['without the teller', [ben, ana], [ana]],
    ['without bots', [robot, ana], [ana]],
    ['as many as fit', many(50), many(50)],
  ])('are %s', (_what, people, heroes) => {
    expect(heroesFrom(mentioned(...people), ben)).toEqual(heroes.map(named));
  });

  test.each([
    ['nobody', [], refusal('no-hero-named')],
    ['the teller alone', [ben, ben], refusal('only-yourself')],
    ['the teller and a bot', [ben, robot], refusal('only-yourself')],
    ['bots alone', [robot, robot], refusal('only-bots')],
    ['somebody of another organization', [ana, stranger], refusal('person-unknown', { name: 'user of stranger' })],
    ['too many', many(51), refusal('too-many-heroes', { limit: 50, named: 51 })],
  ])('cannot be %s', (_what, people, refused) => {
    expect(heroesFrom(mentioned(...people), ben)).toEqual(refused);
  });

  test('cannot be somebody whom nobody knows', () => {
    const unknown = { identity: { connection: 'c', user: 'nobody' }, person: null };
    expect(heroesFrom([...mentioned(ana), unknown], ben)).toEqual(refusal('person-unknown', { name: 'nobody' }));
  });

  test('never are the teller, a bot or twice the same, whoever is named', () => {
    const someone = fc.constantFrom(ana, ben, chloe, robot, samplePerson('Dora'));
    fc.assert(
      fc.property(fc.array(someone), (people) => {
        const heroes = heroesFrom(mentioned(...people), ben);
        if (isRefusal(heroes)) {
          expect(people.every((person) => person === ben || person === robot)).toBe(true);
          return;
        }
        const ids = heroes.map((hero) => hero.person);
        expect(ids).not.toContain(ben.id);
        expect(ids).not.toContain(robot.id);
        expect(ids).toEqual([...new Set(ids)]);
        expect(new Set(ids)).toEqual(new Set(people.filter((one) => one !== ben && one !== robot).map(({ id }) => id)));
      }),
    );
  });
});

describe('the heroes of a customer’s words', () => {
  test('may be the settler beside others, since the customer named them', () => {
    expect(heroesPraised(mentioned(ben, ana), ben)).toEqual([named(ben), named(ana)]);
  });

  test('are not the settler alone', () => {
    expect(heroesPraised(mentioned(ben, robot), ben)).toEqual(refusal('only-yourself'));
    expect(heroesPraised(mentioned(ben), ana)).toEqual([named(ben)]);
  });

  test('are refused as those of a story are', () => {
    expect(heroesPraised([], ben)).toEqual(refusal('no-hero-named'));
    expect(heroesPraised(mentioned(robot), ben)).toEqual(refusal('only-bots'));
    expect(heroesPraised([{ identity: identityOf(ana), person: null }], ben)).toEqual(
      refusal('person-unknown', { name: 'user of ana' }),
    );
  });
});

test('the same heroes are the same in any order, not more and not fewer', () => {
  const [a, b, c] = [named(ana), named(ben), named(chloe)];
  expect(sameHeroes([a, b], [b, a])).toBe(true);
  expect(sameHeroes([a, b], [a])).toBe(false);
  expect(sameHeroes([a], [a, b])).toBe(false);
  expect(sameHeroes([a, b], [a, c])).toBe(false);
});
