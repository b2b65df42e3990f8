import type { Refusal } from '../../src/views.ts';
import { fields } from '../../src/wording/labels.ts';
import { refusalSentence } from '../../src/wording/refusals.ts';
import type { Again } from './asked.ts';
import { type Element, faults } from './elements.ts';
import { teamsPen } from './pen.ts';
import { FIELDS, type FieldName } from './verbs.ts';

export type Part = { readonly field: FieldName; readonly elements: readonly Element[] };

/** A form's fields, with what was wrong above the one it is about, or above all of them. */
export function withFault(parts: readonly Part[], again: Again | null, timeZone: string): readonly Element[] {
  const all = parts.flatMap(({ elements }) => elements);
  if (again === null) return all;
  const { no } = again;
  const fault = faults(sentenceOf(no, timeZone));
  const at = no.type === 'slip' ? no.field : fieldOf(no);
  if (!parts.some(({ field }) => field === at)) return [fault, ...all];
  return parts.flatMap(({ field, elements }) => (field === at ? [fault, ...elements] : elements));
}

/** In a form nobody types an @. */
function sentenceOf(no: Again['no'], timeZone: string): string {
  if (no.type === 'slip') return no.sentence;
  return no.reason === 'no-hero-named' ? fields.heroesMissing : refusalSentence(no, teamsPen(timeZone));
}

function fieldOf(refusal: Refusal): FieldName {
  switch (refusal.reason) {
    case 'no-hero-named':
    case 'only-yourself':
    case 'only-bots':
    case 'too-many-heroes':
    case 'person-unknown':
    case 'own-message-marked':
    case 'person-deactivated':
    case 'name-ambiguous':
      return FIELDS.heroes;
    case 'what-broke-missing':
      return FIELDS.whatBroke;
    case 'touchpoint-without-name':
    case 'touchpoint-known':
    case 'too-many-touchpoints':
      return FIELDS.touchpoint;
    case 'clearing-missing':
      return FIELDS.clearing;
    case 'rest-reason-missing':
      return FIELDS.reason;
    case 'what-changed-missing':
      return FIELDS.whatChanged;
    case 'points-at-somebody':
    case 'too-long':
      return TOO_LONG[refusal.field];
    case 'setting-unusable':
      return refusal.setting === 'schedule' ? FIELDS.time : SETTINGS[refusal.setting];
    default:
      return FIELDS.words;
  }
}

const TOO_LONG = {
  whatChanged: FIELDS.whatChanged,
  words: FIELDS.words,
  whatBroke: FIELDS.whatBroke,
  customer: FIELDS.customer,
  touchpoint: FIELDS.touchpoint,
  promise: FIELDS.promise,
  idea: FIELDS.words,
  clearing: FIELDS.clearing,
  restReason: FIELDS.reason,
} as const;

/** Which reaction marks a story is not asked in Teams. */
const SETTINGS = {
  timeZone: FIELDS.timeZone,
  nominationEmoji: FIELDS.announce,
  forwarders: FIELDS.forwarders,
  praiseDays: FIELDS.praiseDays,
} as const;
