import { buttons, fields, headings } from '../../src/wording/labels.ts';
import { refusalSentence } from '../../src/wording/refusals.ts';
import type { Again, Seed } from './asked.ts';
import type { Seen } from './card.ts';
import { heads } from './elements.ts';
import { type Part, withFault } from './form-fault.ts';
import { heroesPart } from './hero-fields.ts';
import { audienceField, choiceField, lineField, textField } from './inputs.ts';
import { teamsPen } from './pen.ts';
import { placePart } from './place-fields.ts';
import { first, send } from './press.ts';
import type { Face } from './shown.ts';
import { typedIn } from './submitted.ts';
import { FIELDS, type FieldName, VERBS } from './verbs.ts';

/** The form behind `kudos` alone. */
export function kudosForm(seed: Seed, seen: Seen, again: Again | null): Face {
  const { words = '', heroes = [], ...remembered } = seed;
  const value = (field: FieldName, begins = '') => (again === null ? begins : typedIn(again.typed, field));
  const parts: readonly Part[] = [
    heroesPart(heroes, seen, again),
    {
      field: FIELDS.words,
      elements: [
        textField({
          name: FIELDS.words,
          label: fields.words,
          value: value(FIELDS.words, words),
          missing: refusalSentence({ type: 'refusal', reason: 'no-words' }, teamsPen(seen.timeZone)),
        }),
      ],
    },
    { field: FIELDS.wentWrong, elements: [wentWrongField(value(FIELDS.wentWrong) || 'no')] },
    whatBrokePart(fields.whatBrokeIfSo, value(FIELDS.whatBroke)),
    customerPart(value(FIELDS.customer)),
    placePart(seen, null, again?.typed ?? null),
    { field: FIELDS.audience, elements: [audienceField(value(FIELDS.audience) || 'everyone')] },
  ];
  return {
    body: [heads(headings.tellAStory), ...withFault(parts, again, seen.timeZone)],
    actions: [first(send(seen, VERBS.sendKudos, buttons.tell, { seed: kept(remembered, heroes) }))],
  };
}

/** What the form is about goes along with it, so that it is there again when the form is. */
function kept(remembered: Omit<Seed, 'words' | 'heroes'>, heroes: NonNullable<Seed['heroes']>) {
  return { ...remembered, ...(heroes.length === 0 ? {} : { heroes }) };
}

function wentWrongField(chosen: string) {
  return choiceField({
    name: FIELDS.wentWrong,
    label: fields.wentWrongFirst,
    chosen,
    choices: [
      { value: 'no', label: fields.wentWrongNo },
      { value: 'yes', label: fields.wentWrongYes },
    ],
  });
}

export function whatBrokePart(label: string, value: string, missing?: string): Part {
  const field = { name: FIELDS.whatBroke, label, hint: fields.whatBrokeHint, value };
  return {
    field: FIELDS.whatBroke,
    elements: [lineField(missing === undefined ? field : { ...field, missing })],
  };
}

export function customerPart(value: string): Part {
  const label = `${fields.customer} ${fields.optional}`;
  return { field: FIELDS.customer, elements: [lineField({ name: FIELDS.customer, label, value })] };
}
