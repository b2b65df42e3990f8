import { buttons, fields, headings } from '../../src/wording/labels.ts';
import type { Again } from './asked.ts';
import type { Seen } from './card.ts';
import { heads } from './elements.ts';
import { withFault } from './form-fault.ts';
import { lineField, textField } from './inputs.ts';
import { first, send } from './press.ts';
import type { Face } from './shown.ts';
import { typedIn } from './submitted.ts';
import { FIELDS, type FieldName, VERBS } from './verbs.ts';

/** Brings a customer's words in: as they stand in a message, or pasted. */
export function praiseForm(words: string, seen: Seen, again: Again | null): Face {
  const value = (field: FieldName, begins = '') => (again === null ? begins : typedIn(again.typed, field));
  const parts = [
    {
      field: FIELDS.words,
      elements: [
        textField({
          name: FIELDS.words,
          label: fields.customersWords,
          value: value(FIELDS.words, words),
          missing: fields.customersWordsMissing,
        }),
      ],
    },
    {
      field: FIELDS.customer,
      elements: [
        lineField({
          name: FIELDS.customer,
          label: `${fields.customersName} ${fields.optional}`,
          value: value(FIELDS.customer),
        }),
      ],
    },
    {
      field: FIELDS.email,
      elements: [lineField({ name: FIELDS.email, label: fields.customersAddress, value: value(FIELDS.email) })],
    },
  ];
  return {
    body: [heads(headings.customersWords), ...withFault(parts, again, seen.timeZone)],
    actions: [first(send(seen, VERBS.sendPraise, buttons.bringIn))],
  };
}
