// Reads dates as mail programs print them for people, in many languages. What is ambiguous is not guessed.

import type { Instant } from '../../../src/commands.ts';
import { monthNamed } from './months.ts';

export type Moment = {
  readonly at: Instant;
  /** False when the hour or its time zone had to be assumed. */
  readonly certain: boolean;
};

type Day = { readonly year: number; readonly month: number; readonly day: number; readonly rest: string };
type Time = { readonly hour: number; readonly minute: number; readonly second: number; readonly rest: string };

const LONGEST = 160;
const DAY_FIRST = /^(?!en$|ja$|zh$|ko$|hu$)/;

/**
 * Reads a printed date. `offset` is the forwarder's, in minutes east of UTC: mail programs print an original's time
 * in the time zone of whoever forwards it. Returns null when the day is not certain, as with 05/06/2025 in English.
 */
export function readDate(text: string, languages: readonly string[], offset: number | null): Moment | null {
  const plain = withPlainDigits(text.slice(0, LONGEST)).toLowerCase();
  const day = readDay(plain, languages);
  if (day === null || !isRealDay(day)) return null;
  const time = readTime(day.rest);
  // Without an hour, noon: it is the same day nearly everywhere.
  if (time === null) return { at: instant(day, { hour: 12, minute: 0, second: 0, rest: '' }, 0), certain: false };
  const zone = readZone(time.rest) ?? offset;
  return { at: instant(day, time, zone ?? 0), certain: zone !== null };
}

/** Reads the Date header of a mail, which RFC 5322 gives one form with its offset. */
export function readDateHeader(value: string): Moment | null {
  const at = Date.parse(value.slice(0, LONGEST).replace(/\(.*$/, ''));
  if (Number.isNaN(at)) return readDate(value, ['en'], null);
  const year = new Date(at).getUTCFullYear();
  if (year < 1990 || year > 2100) return null;
  if (readOffset(value) === null) return readDate(value, ['en'], null);
  return { at: new Date(at).toISOString(), certain: true };
}

/** Minutes east of UTC that a Date header names. */
export function readOffset(dateHeader: string): number | null {
  const sign = /([+-])(\d\d)(\d\d)\b/.exec(dateHeader.slice(0, LONGEST));
  if (sign !== null) return (sign[1] === '-' ? -1 : 1) * (Number(sign[2]) * 60 + Number(sign[3]));
  return /\b(?:GMT|UTC?|Z)\s*$/.test(dateHeader) ? 0 : null;
}

function withPlainDigits(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/：/g, ':')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');
}

/** Vietnamese counts its months: "3 tháng 2, 2025". */
const COUNTED_MONTH = /(\d{1,2}) (?:tháng|thg) (\d{1,2}),? (?:năm )?(\d{4})/;

function readDay(printed: string, languages: readonly string[]): Day | null {
  const text = printed.replace(COUNTED_MONTH, '$1.$2.$3');
  return readYearFirst(text) ?? readNumbers(text, languages) ?? readNamed(text, [...languages, 'en']);
}

function readYearFirst(text: string): Day | null {
  const found = /(?<!\d)(\d{4}) ?[-/.年년] ?(\d{1,2}) ?[-/.月월] ?(\d{1,2})(?!\d) ?[日일]?/.exec(text);
  if (found === null) return null;
  return { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]), rest: without(text, found) };
}

function readNumbers(text: string, languages: readonly string[]): Day | null {
  const found = /(?<![\d:])(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d\d)(?![\d:])/.exec(text);
  if (found === null) return null;
  const first = Number(found[1]);
  const second = Number(found[3]);
  const year = Number(found[4]) + (found[4]?.length === 2 ? 2000 : 0);
  const rest = without(text, found);
  const dayFirst = found[2] === '.' || (languages.length > 0 && languages.every((code) => DAY_FIRST.test(code)));
  if (dayFirst || first > 12 || first === second) return { year, month: second, day: first, rest };
  return second > 12 ? { year, month: first, day: second, rest } : null;
}

function readNamed(text: string, languages: readonly string[]): Day | null {
  const shown = text.split(/[\s,()]+/);
  const words = shown.map((word) => word.replace(/[.º]+$/, ''));
  const year = words.findIndex((word) => /^(?:19|20)\d\d$/.test(word));
  if (year < 0) return null;
  // The day before its month comes first: in "mar. 4 févr. 2025" the "mar." is a Tuesday.
  for (const beside of [-1, 1]) {
    for (const language of languages) {
      for (const [at, word] of words.entries()) {
        const dayAt = dayIndex(words, at, beside);
        const day = dayIn(words[dayAt] ?? '');
        const month = day === null ? null : monthNamed(word, language);
        if (month === null || day === null) continue;
        const rest = shown.filter((_, index) => index !== at && index !== dayAt && index !== year).join(' ');
        return { year: Number(words[year]), month, day, rest };
      }
    }
  }
  return null;
}

function dayIndex(words: readonly string[], month: number, beside: number): number {
  const between = beside < 0 && ['de', 'of', 'd'].includes(words[month - 1] ?? '') ? 1 : 0;
  return month + beside - between;
}

function dayIn(word: string): number | null {
  const day = /^(\d{1,2})(?:st|nd|rd|th|er|e|a)?$/.exec(word);
  return day === null ? null : Number(day[1]);
}

function readTime(text: string): Time | null {
  const found = /(?<!\d)(\d{1,2}) ?(?:[:.h時时点시]) ?(\d{2})(?!\d)(?:[:.](\d{2})(?!\d))?/.exec(text);
  const bare = found ?? /(?<!\d)(\d{1,2}) ?(?:am|pm|a\. ?m\.|p\. ?m\.)/.exec(text);
  if (bare === null) return null;
  const hour = hourOf(Number(bare[1]), text);
  const minute = found === null ? 0 : Number(found[2]);
  const second = found === null ? 0 : Number(found[3] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return null;
  return { hour, minute, second, rest: text.slice(bare.index + bare[0].length) };
}

function hourOf(hour: number, text: string): number {
  if (hour > 12) return hour;
  if (/\d ?p\. ?m\b|\d ?pm\b|午後|下午|晚上|오후/.test(text)) return (hour % 12) + 12;
  if (/\d ?a\. ?m\b|\d ?am\b|午前|上午|오전/.test(text)) return hour % 12;
  return hour;
}

const ZONES: Readonly<Record<string, number>> = {
  gmt: 0,
  utc: 0,
  z: 0,
  wet: 0,
  bst: 60,
  west: 60,
  cet: 60,
  mez: 60,
  cest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  jst: 540,
  kst: 540,
  est: -300,
  edt: -240,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};

function readZone(text: string): number | null {
  const sign = /([+−-])(\d{1,2}):?(\d\d)?(?!\d)/.exec(text);
  if (sign !== null && Number(sign[2]) <= 14) {
    return (sign[1] === '+' ? 1 : -1) * (Number(sign[2]) * 60 + Number(sign[3] ?? 0));
  }
  for (const word of text.split(/[^a-z]+/)) {
    const zone = Object.hasOwn(ZONES, word) ? ZONES[word] : undefined;
    if (zone !== undefined) return zone;
  }
  return null;
}

function isRealDay({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1990 && year <= 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function instant(day: Day, time: Time, offset: number): Instant {
  const at = Date.UTC(day.year, day.month - 1, day.day, time.hour, time.minute - offset, time.second);
  return new Date(at).toISOString();
}

function without(text: string, found: RegExpExecArray): string {
  return `${text.slice(0, found.index)} | ${text.slice(found.index + found[0].length)}`;
}
