import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areAlike, speaksOf, TERMS_AT_MOST, termsOf } from './words-in-common.ts';

const alike = (one: string, other: string) => areAlike(termsOf(one), termsOf(other));

describe('ideas alike', () => {
  test.each([
    ['Write the customer’s name on the cup', 'Names on cups!'],
    ['Write the customer’s name on the cup', 'We could write customers’ first names on their cup'],
    ['A card for every birthday', 'Send each customer a birthday card'],
    ['Handgeschriebene Karte in jedes Paket legen', 'Jedem Paket eine handgeschriebene Karte beilegen'],
    ['Écrire le prénom sur le gobelet', 'On écrit le prenom du client sur son gobelet'],
    ['Escribir el nombre en el vaso', 'El nombre del cliente escrito en cada vaso'],
    ['Написать имя клиента на стакане', 'Имя на стакане'],
    ['كتابة اسم الزبون على الكوب', 'نكتب اسم الزبون على كوب القهوة'],
    ['לכתוב את שם הלקוח על הכוס', 'לכתוב על הכוס את שם הלקוח שלנו'],
    ['カップにお客様の名前を書く', 'お客様のお名前をカップに書きたい'],
    ['在杯子上写顾客的名字', '把顾客的名字写在杯子上'],
    ['컵에 고객 이름을 쓰기', '고객의 이름을 컵에 써 주세요'],
    ['เขียนชื่อลูกค้าบนแก้ว', 'ลองเขียนชื่อของลูกค้าบนแก้วกาแฟ'],
  ])('%s | %s', (one, other) => {
    expect(alike(one, other)).toBe(true);
    expect(alike(other, one)).toBe(true);
  });
});

describe('ideas about something else', () => {
  test.each([
    ['Write the customer’s name on the cup', 'Call customers back on the same day'],
    ['A card for every birthday', 'Let us accept every card at the till'],
    ['Water for dogs at the door', 'An umbrella to borrow when it rains'],
    ['What would customers like?', 'We should do what they want'],
    ['カップにお客様の名前を書く', '雨の日に傘を貸す'],
    ['在杯子上写顾客的名字', '下雨天借伞'],
    ['كتابة اسم الزبون على الكوب', 'إعارة مظلة عندما تمطر'],
    ['See https://example.com/one', 'Read https://example.com/two'],
  ])('%s | %s', (one, other) => {
    expect(alike(one, other)).toBe(false);
  });

  test('a long text does not swallow every short one', () => {
    const long = Array.from({ length: 200 }, (_, index) => `word${index}`).join(' ');
    expect(alike(`cup name ${long}`, 'Name on the cup')).toBe(false);
  });
});

describe('a story about an idea', () => {
  const idea = termsOf('Write the customer’s name on the cup');
  test.each([
    ['She wrote my name on my cup. What a lovely surprise!', true],
    ['They called me back on a Sunday, only to hear whether the roses had arrived.', false],
    ['My name was spelled wrong on the bill.', false],
  ])('%s: %s', (story, expected) => {
    expect(speaksOf(termsOf(story), idea)).toBe(expected);
  });

  test('in Japanese as well', () => {
    expect(speaksOf(termsOf('カップに私の名前が書いてあって、嬉しかったです。'), termsOf('カップに名前を書く'))).toBe(
      true,
    );
  });
});

test('any text has terms that are few, and is like itself when it has any', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const terms = termsOf(text);
      expect(terms.length).toBeLessThanOrEqual(TERMS_AT_MOST);
      expect(new Set(terms).size).toBe(terms.length);
      if (terms.length > 0) expect(areAlike(terms, terms)).toBe(true);
    }),
  );
});

test('a text of a hundred thousand letters without a space is read in a moment’s work', () => {
  expect(termsOf('あ漢'.repeat(50_000)).length).toBeLessThanOrEqual(TERMS_AT_MOST);
  expect(termsOf('a'.repeat(100_000))).toEqual(['aaaaa']);
});
