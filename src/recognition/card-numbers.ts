import type { DigitRun, Span } from './digit-runs.ts';

/** ISO/IEC 7812-1. */
const LONGEST = 19;
const SHORTEST = 13;

/** How issuers' numbers begin and how long they are: Visa, Mastercard, American Express, Diners, Discover, JCB, UnionPay, Maestro. */
const ISSUED =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|(?:6011|64[4-9]\d|65\d\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|62\d{14,17}|(?:50|5[6-8]|63|67)\d{11,17})$/;

/** The card numbers in a run: whole groups of digits that an issuer could have given out and whose check digit is right. */
export function cardNumbers({ text, groups }: DigitRun): readonly Span[] {
  // A telephone number, though its digits may happen to fit.
  if (text.includes('+')) return [];
  const found: Span[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const last = endOfCard(groups, first);
    if (last === null) continue;
    found.push({ from: groups[first]?.from ?? 0, to: groups[last]?.to ?? 0 });
    first = last;
  }
  return found;
}

/** The last group of the card number that begins with this one; null when none does. */
function endOfCard(groups: DigitRun['groups'], first: number): number | null {
  let digits = '';
  for (let last = first; last < groups.length && digits.length < LONGEST; last += 1) {
    digits += groups[last]?.digits ?? '';
    if (digits.length >= SHORTEST && ISSUED.test(digits) && isChecked(digits)) return last;
  }
  return null;
}

/** Luhn's check digit. ISO/IEC 7812-1, annex B. */
function isChecked(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits.at(-1 - place));
    const doubled = digit * 2;
    sum += place % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
