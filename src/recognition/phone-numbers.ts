import { blanked, type DigitRun, digitRun, digitRuns, digitsOf, type Span } from './digit-runs.ts';
import { datesIn, otherNumbersIn } from './other-numbers.ts';
import { saysPhone, saysThing } from './said-before.ts';

/** E.164 allows 15 digits; a trunk zero in brackets comes on top. */
const LONGEST = 16;
/** The shortest that is called a telephone number in words. */
const SHORTEST_NAMED = 6;
/** Where a telephone is only spoken of nearby. */
const SHORTEST_NEAR = 7;

/** Telephone numbers in plain text: written internationally, by the habits of some country, or named as such. */
export function phoneNumbers(plain: string): readonly Span[] {
  const undated = blanked(plain, datesIn(plain));
  const international = phonesIn(undated, isInternational);
  const rest = blanked(undated, international);
  const others = phonesIn(blanked(rest, otherNumbersIn(rest)), isPhone);
  return [...international, ...others];
}

function phonesIn(text: string, isOne: (run: DigitRun, text: string) => boolean): readonly Span[] {
  return digitRuns(text)
    .flatMap(partsOf)
    .filter((run) => isOne(run, text))
    .map((run) => ({ from: run.from, to: endWithExtension(run, text) }));
}

/** Two numbers with a gap between them are two; a long run without a gap is one. */
function partsOf(run: DigitRun): readonly DigitRun[] {
  if (digitsOf(run).length <= LONGEST - 1) return [run];
  const parts: DigitRun[] = [];
  let from = 0;
  for (const gap of run.text.matchAll(/ [/-] | {2,3}|(?<=\d)[ /](?=\(?0\d)|(?<=\d{5}) (?=\d{5})/g)) {
    parts.push(digitRun(run.text.slice(from, gap.index), run.from + from));
    from = gap.index + gap[0].length;
  }
  return [...parts, digitRun(run.text.slice(from), run.from + from)];
}

function isInternational(run: DigitRun, text: string): boolean {
  const { length } = digitsOf(run);
  return /\+\(?[1-9]/.test(run.text) && length >= 7 && length <= LONGEST && !isGlued(run, text, false);
}

function isPhone(run: DigitRun, text: string): boolean {
  const digits = digitsOf(run);
  const before = text.slice(Math.max(0, run.from - FAR_BEFORE), run.from);
  if (digits.length < SHORTEST_NAMED || digits.length > LONGEST + 1) return false;
  const said = saysPhone(before);
  if (said === 'right-before') return !isGlued(run, text, false);
  if (isGlued(run, text, true) || saysThing(before)) return false;
  return (said === 'near' && digits.length >= SHORTEST_NEAR) || isWrittenAsPhone(run, digits);
}

/** As far before a number as its meaning is looked for. */
const FAR_BEFORE = 60;

/** Part of a word, a code or a file name: ORD-0170123456, 0170123456_a. */
function isGlued({ from, to }: DigitRun, text: string, byHyphen: boolean): boolean {
  const before = text.slice(Math.max(0, from - 2), from);
  const after = text.slice(to, to + 2);
  const inFront = byHyphen ? /[\p{Ll}\p{Lu}\d_][-_/.]$|[\p{Ll}\p{Lu}_#=]$/u : /[\p{Ll}\p{Lu}\d]$/u;
  return inFront.test(before) || /^[\p{Ll}\p{Lu}_]/u.test(after);
}

/** How countries write their numbers; none of these is said in so many words. */
function isWrittenAsPhone({ text, groups }: DigitRun, digits: string): boolean {
  const shape = groups.map((group) => group.digits.length).join('-');
  const { length } = digits;
  if (/^00[1-9]/.test(digits)) return length >= 10;
  if (/^\(\d{2,5}\)/.test(text)) return length >= 7 && length <= 13;
  if (/^0[1-9]/.test(digits)) return length >= 9 && length <= 12;
  // North America; China's and India's mobiles; Singapore and its like.
  if (/^1?[2-9]\d{9}$/.test(digits) && /^(1-)?3-3-4$/.test(shape)) return true;
  if (/^[2-9]\d\d[2-9]\d{6}$/.test(digits) && shape === '10') return true;
  if (/^1[3-9]\d{9}$/.test(digits) && /^(11|3-4-4)$/.test(shape)) return true;
  if (/^[6-9]\d{9}$/.test(digits) && /^(5-5|10)$/.test(shape)) return true;
  if (/^[689]\d{3} \d{4}$/.test(text)) return true;
  return isInGroups(text, shape, length) && !isList(groups.map((group) => Number(group.digits)));
}

/** "22 12 34 56", "612 345 678", "8 (912) 345-67-89": three groups or more, as no other number is written. */
function isInGroups(text: string, shape: string, length: number): boolean {
  if (length < 8 || length > 12 || /[./]/.test(text) || /^(19|20)\d\d\b/.test(text)) return false;
  // 1 234 567 is an amount.
  if (/^[1-3](-3)+$/.test(shape) && shape !== '3-3-3') return false;
  return /^[1-5](-[2-5]){2,4}$/.test(shape);
}

/** 40 42 44 46: sizes, seats, years of age. */
function isList([first = 0, second = 0, ...more]: readonly number[]): boolean {
  const step = second - first;
  return Math.abs(step) <= 10 && more.every((number, index) => number === second + step * (index + 1));
}

/** "ext. 12" belongs to the number. */
function endWithExtension({ to }: DigitRun, text: string): number {
  const extension = /^ ?(?:,|-)? ?(?:ext(?:ension|n)?|x|durchwahl|dw|poste|int)\.? ?\d{1,6}(?!\d)/i.exec(
    text.slice(to, to + 30),
  );
  return to + (extension?.[0].length ?? 0);
}
