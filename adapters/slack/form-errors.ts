import type { Refusal } from '../../src/views.ts';
import { FIELDS, type FieldName } from './actions.ts';
import type { Values } from './read.ts';

/** At the field it is about; while that is not there, at the question that brings it up; else at the first. */
export function errorAt(values: Values, field: FieldName, sentence: string) {
  const fields = field === FIELDS.whatBroke ? [field, FIELDS.wentWrong, FIELDS.as] : [field];
  const at = fields.find((one) => one in values) ?? Object.keys(values)[0] ?? field;
  return { response_action: 'errors' as const, errors: { [at]: sentence } };
}

/** The field that a "no" is about. */
export function fieldOf(refusal: Refusal): FieldName {
  switch (refusal.reason) {
    case 'no-hero-named':
    case 'only-yourself':
    case 'own-message-marked':
    case 'only-bots':
    case 'too-many-heroes':
    case 'person-unknown':
    case 'person-deactivated':
    case 'name-ambiguous':
      return FIELDS.heroes;
    case 'what-broke-missing':
      return FIELDS.whatBroke;
    case 'touchpoint-without-name':
    case 'touchpoint-known':
    case 'too-many-touchpoints':
      return FIELDS.touchpoint;
    case 'what-changed-missing':
      return FIELDS.whatChanged;
    case 'points-at-somebody':
      return TOO_LONG[refusal.field];
    case 'clearing-missing':
      return FIELDS.clearing;
    case 'rest-reason-missing':
      return FIELDS.reason;
    case 'too-long':
      return TOO_LONG[refusal.field];
    case 'setting-unusable':
      return UNUSABLE[refusal.setting];
    default:
      return FIELDS.words;
  }
}

/** A "no" after which nothing can be corrected in the form. */
export function isFinal({ reason }: Refusal): boolean {
  return (
    reason === 'already-settled' ||
    reason === 'not-yours-to-settle' ||
    reason === 'praise-unknown' ||
    reason === 'touchpoint-unknown' ||
    reason === 'obstacle-unknown' ||
    reason === 'not-the-owner' ||
    reason === 'idea-unknown' ||
    reason === 'already-proposed' ||
    reason === 'already-backed' ||
    reason === 'idea-stands-so' ||
    reason === 'not-your-idea' ||
    reason === 'not-yours-to-answer'
  );
}

const TOO_LONG = {
  words: FIELDS.words,
  whatBroke: FIELDS.whatBroke,
  whatChanged: FIELDS.whatChanged,
  customer: FIELDS.customer,
  touchpoint: FIELDS.touchpoint,
  promise: FIELDS.promise,
  idea: FIELDS.words,
  clearing: FIELDS.clearing,
  restReason: FIELDS.reason,
} as const;

const UNUSABLE = {
  schedule: FIELDS.time,
  timeZone: FIELDS.timeZone,
  nominationEmoji: FIELDS.nominationEmoji,
  forwarders: FIELDS.forwarders,
  praiseDays: FIELDS.praiseDays,
} as const;
