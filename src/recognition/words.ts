import type { Refusal } from '../views.ts';

/** Longest story a person may type, in UTF-16 units: what one Slack text block and one of its form fields hold. */
export const STORY_LIMIT = 3000;
/** Longest answer to "What broke?". */
export const WHAT_BROKE_LIMIT = 500;
/** Longest account of what stands in the way. */
export const OBSTACLE_LIMIT = 1000;
/** Longest answer to "What changed?". */
export const WHAT_CHANGED_LIMIT = 500;
/** Longest name of a customer or a touchpoint. */
export const NAME_LIMIT = 150;
/** Longest mail address there is. RFC 5321, 4.5.3.1.3, less the angle brackets. */
export const EMAIL_LIMIT = 254;
/** Longest subject kept. */
export const SUBJECT_LIMIT = 500;
/** Longest mail kept as praise; what exceeds it is cut with a visible mark. */
export const PRAISE_LIMIT = 100_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const VISIBLE = /[^\s\p{Cf}\p{Mn}\p{Zs}\u2800\u3164\uffa0]/u;

/** A person's words as they are kept: as typed, less control characters, broken surrogates and outer white space. */
export function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u0085/g, '\n')
    .replace(CONTROLS, '')
    .trim();
}

/** Whether there is anything to read: zero-width and blank characters alone are nothing. */
export function isBlank(text: string): boolean {
  return !VISIBLE.test(text);
}

type TooLong = Extract<Refusal, { reason: 'too-long' }>;

/** The refusal for a text over its limit, or null. */
export function tooLong(field: TooLong['field'], text: string | null, limit: number): TooLong | null {
  const length = text?.length ?? 0;
  return length > limit ? { type: 'refusal', reason: 'too-long', field, limit, length } : null;
}

/** A name, on one line, that may be absent; blank counts as absent. */
export function tidyName(name: string | null): string | null {
  if (name === null) return null;
  const tidied = tidy(name).replace(/\s+/g, ' ');
  return isBlank(tidied) ? null : tidied;
}
