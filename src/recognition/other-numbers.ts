import type { Span } from './digit-runs.ts';

const MONEY =
  '[€$£¥₹₺₽₩]|(?:EUR|USD|GBP|CHF|JPY|CNY|INR|SEK|NOK|DKK|PLN|CZK|HUF|AUD|CAD|NZD|BRL|MXN|TRY|ZAR|Fr|Rs|kr|zł|Kč|Ft)\\b';
const AMOUNT = "\\d{1,12}(?:[ .,']\\d{2,3}){0,5}";
const UNIT = '(?:kg|g|km|m|cm|mm|ml|l|kWh|MB|GB|TB|pcs|Stück|St|units|points|miles|steps|%|‰)(?![\\p{L}])';

// What has as many digits as a telephone number and is none. Every repetition is bounded.

const DATES = pattern([
  // The year first, as in 2026-11-18; or last.
  '(?<!\\d)(?:19|20)\\d\\d([-./])\\d{1,2}\\1\\d{1,2}(?!\\d)',
  '(?<![\\d+(])(?:0?[1-9]|[12]\\d|3[01])([-./])(?:0?[1-9]|[12]\\d|3[01])\\2(?:19|20)?\\d\\d(?!\\d)(?!\\2\\d)',
  '(?<!\\d)\\d{1,2}[:h]\\d{2}(?::\\d{2})?(?!\\d)',
]);

const OTHERS = pattern([
  'https?://(?!wa\\.me)[^\\s<>"]{1,500}',
  '(?<![\\d.])0[.,]\\d{1,20}(?![.\\d])',
  // Prices and quantities.
  `(?:${MONEY})\\.?\\s?${AMOUNT}(?!\\d)`,
  `(?<![\\d+(]|[\\d)][ .-])${AMOUNT}\\s?(?:${MONEY}|${UNIT})`,
  // Addresses on the net, four numbers up to 255.
  '(?<![\\d.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\d.])',
  // An American postal code with its four digits more.
  '(?<=\\b[A-Z]{2} )\\d{5}-\\d{4}(?!\\d)',
  // 978-3-16-148410-0: a book.
  '(?<!\\d)97[89][ -]?\\d{1,5}[ -]?\\d{1,7}[ -]?\\d{1,6}[ -]?[\\dX](?!\\d)',
]);

/** Dates and times in plain text. */
export function datesIn(plain: string): readonly Span[] {
  return spans(plain, DATES);
}

/** Links, prices, quantities and the like in plain text. */
export function otherNumbersIn(plain: string): readonly Span[] {
  return spans(plain, OTHERS);
}

function pattern(some: readonly string[]): RegExp {
  return new RegExp(some.join('|'), 'giu');
}

function spans(plain: string, sought: RegExp): readonly Span[] {
  return [...plain.matchAll(sought)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
}
