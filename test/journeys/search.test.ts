import { describe, expect, test } from 'vitest';
import { person } from '../fakes/company.ts';
import { beginJourney } from './journey.ts';

async function beginSearch() {
  const journey = await beginJourney();
  const { core, clock, ask } = journey;
  const names = ['Ana Duarte', 'Ben Okafor', 'Renée Élan', '山田 太郎', 'Ana Weiss', 'Will Okoye'];
  const people = names.map((name, number) => {
    return { user: `p${number}`, name, email: null, kind: 'human', manager: false, admin: number === 0 } as const;
  });
  await core.handle({
    type: 'meet-people',
    key: 'names',
    at: clock.now(),
    connection: person(0).connection,
    people: people.map((one) => ({ ...one, active: true, guest: false })),
  });
  return {
    ...journey,
    async found(words: string): Promise<readonly string[]> {
      const view = await ask({ type: 'search', by: person(4), words });
      return view.type === 'search-results' ? view.stories.map((story) => story.words) : [view.type];
    },
  };
}

describe('a colleague’s name', () => {
  test('finds the stories about them, of either lane, the newest first', async () => {
    const { clock, give, found } = await beginSearch();
    await give('Drew a map.', { heroes: [person(2)], by: person(1) });
    clock.pass(1000);
    await give('Drove over.', { heroes: [person(2), person(5)], by: person(1), whatBroke: 'The label printer' });
    await give('Sang.', { heroes: [person(5)], by: person(1) });
    for (const words of ['Renée', 'renee elan', 'REN', 'Elan Renee']) {
      expect(await found(words), words).toEqual(['Drove over.', 'Drew a map.']);
    }
    expect(await found('Renee Will')).toEqual(['Drove over.']);
    expect(await found('Renee map')).toEqual(['Drew a map.']);
    expect(await found('Renee sofa')).toEqual([]);
  });

  test('that is a word too finds both, those about the colleague first', async () => {
    const { give, found } = await beginSearch();
    await give('They will come again.', { heroes: [person(2)], by: person(1) });
    await give('Carried a sofa.', { heroes: [person(5)], by: person(1) });
    expect(await found('will')).toEqual(['Carried a sofa.', 'They will come again.']);
  });

  test('finds nothing that is for its heroes alone, and no story twice', async () => {
    const { give, found } = await beginSearch();
    await give('Between us.', { heroes: [person(5)], by: person(1), audience: 'heroes' });
    await give('Will and Will again.', { heroes: [person(5)], by: person(1) });
    expect(await found('Will Okoye')).toEqual(['Will and Will again.']);
  });
});

describe('words of scripts without spaces', () => {
  test('are found wherever they stand, alone and beside others', async () => {
    const { give, found } = await beginSearch();
    const japanese = '日曜日に電話をくれて、本当に嬉しかったです。';
    await give(japanese, { heroes: [person(5)], by: person(1) });
    await give('她打电话给我 on Sunday.', { heroes: [person(5)], by: person(1) });
    for (const words of ['電話', '嬉しかった', '日曜日']) expect(await found(words), words).toEqual([japanese]);
    expect(await found('电话 sunday')).toEqual(['她打电话给我 on Sunday.']);
    expect(await found('電話 sunday')).toEqual([]);
    expect(await found('電波')).toEqual([]);
  });

  test('name a colleague, and stand in a customer’s name', async () => {
    const { give, found } = await beginSearch();
    await give('Drew a map.', { heroes: [person(3)], by: person(1) });
    await give('Sang.', { heroes: [person(5)], by: person(1), customer: '株式会社さくら' });
    expect(await found('山田')).toEqual(['Drew a map.']);
    expect(await found('太郎')).toEqual(['Drew a map.']);
    expect(await found('さくら')).toEqual(['Sang.']);
  });
});
