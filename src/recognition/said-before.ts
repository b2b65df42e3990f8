import { PHONE, PHONE_LETTERS, PHONE_WITHIN, THING, THING_WITHIN } from './number-cues.ts';

// What the words before a number say that it is. Each looks at some dozen characters, however long the text.

/** What may stand between such a word and its number: "order no. is: #". */
const LINK =
  '(?:[\\s:.#=*()\\[<>/-]|\\b(?:is|was|on|at|under|no|nr|num|number|me|us|back|ist|lautet|auf|unter|est|au|al|es|è)\\b){0,8}';
const phone = `(?:(?<![\\p{L}])(?:${words(PHONE)})|(?:${words(PHONE_WITHIN)}))`;
const thing = `(?:(?<![\\p{L}])(?:${words(THING)})|(?:${words(THING_WITHIN)})|[#№])`;
const phoneAnywhere = new RegExp(phone, 'iu');
const phoneRightBefore = new RegExp(
  `(?:${phone}${LINK}|(?<![\\p{L}\\d])(?:${words(PHONE_LETTERS)})[\\s.:)]{1,4})$`,
  'iu',
);
const thingRightBefore = new RegExp(`${thing}${LINK}$`, 'iu');

/** Whether a telephone is named right before the number, or somewhere near on its line or the one above. */
export function saysPhone(before: string): 'right-before' | 'near' | null {
  if (phoneRightBefore.test(before)) return 'right-before';
  return phoneAnywhere.test(before.slice(before.lastIndexOf('\n', before.length - 2) + 1)) ? 'near' : null;
}

/** Whether the number is right before said to be an order's, a bill's, a parcel's. */
export function saysThing(before: string): boolean {
  return thingRightBefore.test(before);
}

function words(list: string): string {
  return list
    .split(',')
    .map((cue) => cue.trim())
    .toSorted((one, other) => other.length - one.length)
    .map(pattern)
    .join('|');
}

function pattern(cue: string): string {
  const letters = cue.replace('*', '').replaceAll('.', '\\.');
  if (!/[\p{L}]$/u.test(letters) || /[\p{Lo}]$/u.test(letters)) return letters;
  return cue.endsWith('*') ? `${letters}[\\p{L}]{0,20}` : `${letters}(?![\\p{L}])`;
}
