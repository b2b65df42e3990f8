import type { Praise } from '../../src/views.ts';
import { buttons, fields } from '../../src/wording/labels.ts';
import type { Again } from './asked.ts';
import type { Seen } from './card.ts';
import { heads } from './elements.ts';
import { type Part, withFault } from './form-fault.ts';
import { lineField, textField } from './inputs.ts';
import { first, press, send } from './press.ts';
import { INPUT_TEXT } from './room.ts';
import type { Face } from './shown.ts';
import { typedIn } from './submitted.ts';
import { FIELDS, type FieldName, VERBS } from './verbs.ts';

/** Asks for what the mail did not say. Words that no field can hold are kept, unless others are typed. */
export function completeForm({ id, words, customer, unsure }: Praise, seen: Seen, again: Again | null): Face {
  const value = (field: FieldName, begins: string) => (again === null ? begins : typedIn(again.typed, field));
  const { customersWords, customersWordsHint: hint, customersName } = fields;
  const wordsPart: Part = {
    field: FIELDS.words,
    elements: [
      textField({
        name: FIELDS.words,
        label: customersWords,
        hint,
        value: value(FIELDS.words, words.length <= INPUT_TEXT ? words : ''),
      }),
    ],
  };
  const namePart: Part = {
    field: FIELDS.customer,
    elements: [
      lineField({ name: FIELDS.customer, label: customersName, value: value(FIELDS.customer, customer.name ?? '') }),
    ],
  };
  const parts = [...(unsure.includes('words') ? [wordsPart] : []), ...(unsure.includes('name') ? [namePart] : [])];
  return {
    body: [heads(buttons.completePraise), ...withFault(parts, again, seen.timeZone)],
    actions: [
      first(send(seen, VERBS.sendCompletion, buttons.savePraise, { praise: id })),
      press(seen, VERBS.askSettle, buttons.cancel, { praise: id }),
    ],
  };
}
