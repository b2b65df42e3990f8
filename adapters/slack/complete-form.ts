import type { types } from '@slack/bolt';
import type { Praise } from '../../src/views.ts';
import { buttons, fields } from '../../src/wording/labels.ts';
import { FIELDS, FORMS } from './actions.ts';
import { INPUT_TEXT } from './limits.ts';
import { formModal, lineField, textField } from './modal.ts';

const NAME_LENGTH = 150;

/** Asks for what the mail did not say. Words that no field of Slack's can hold are kept, unless others are typed. */
export function completeForm({ id, words, customer, unsure }: Praise): types.ModalView {
  const { customersWords, customersWordsHint: hint, customersName } = fields;
  const value = words.length <= INPUT_TEXT ? words : '';
  const wordsField = textField({ name: FIELDS.words, label: customersWords, hint, value, optional: words !== '' });
  const nameField = lineField({
    name: FIELDS.customer,
    label: customersName,
    value: customer.name ?? '',
    optional: true,
    limit: NAME_LENGTH,
  });
  return formModal({
    form: FORMS.complete,
    title: 'What the mail left out',
    submit: buttons.savePraise,
    remembers: { about: id },
    blocks: [...(unsure.includes('words') ? [wordsField] : []), ...(unsure.includes('name') ? [nameField] : [])],
  });
}
