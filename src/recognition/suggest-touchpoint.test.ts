import { describe, expect, test } from 'vitest';
import { suggestTouchpoint } from './suggest-touchpoint.ts';

const suggested = (words: string, ...names: readonly string[]) =>
  suggestTouchpoint(
    words,
    names.map((name, index) => ({ id: String(index), name, promise: '' })),
  )?.name ?? null;

describe('a touchpoint', () => {
  test.each([
    ['She waited at the front desk until ten.', 'Front desk'],
    ['Der Empfang hat die Kundin zum Bahnhof gebracht.', 'Empfang'],
    ['Blieb am Ende des Empfangs noch da.', 'Empfang'],
    ['All our checkouts were closed, so he opened one.', 'Checkout'],
    ['Προσφέρθηκε στο ταμείο να βοηθήσει.', 'ΤΑΜΕΊΟ'],
    ['お客様の電話を最後まで聞きました。', '電話'],
    ['بقيت في الاستقبال حتى المساء', 'الاستقبال'],
    ['ฉันช่วยลูกค้าที่เคาน์เตอร์', 'เคาน์เตอร์'],
  ])('that the words name (%s) is suggested', (words, name) => {
    expect(suggested(words, 'Delivery van', name)).toBe(name);
  });

  test('is suggested by its whole name only', () => {
    expect(suggested('Stayed at the desk.', 'Front desk')).toBeNull();
    expect(suggested('A microphone was broken.', 'Phone')).toBeNull();
    expect(suggested('Cared for her cat.', 'Car')).toBeNull();
    expect(suggested('Nothing of it.', '🛎️')).toBeNull();
  });

  test('with the longer name is meant where both are named', () => {
    expect(suggested('At the front desk.', 'Desk', 'Front desk')).toBe('Front desk');
    expect(suggested('By phone, at the desk.', 'Desk', 'Phone')).toBe('Phone');
  });

  test('is none where the company named none', () => {
    expect(suggested('At the front desk.')).toBeNull();
  });
});
