import type { types } from '@slack/bolt';
import type { Story } from '../../src/views.ts';
import { buttons, fields } from '../../src/wording/labels.ts';
import { FIELDS, FORMS } from './actions.ts';
import { whatBrokeField } from './kudos-form.ts';
import { formModal, lineField, textField } from './modal.ts';

/** What had gone wrong first: makes a win a recovery. */
export function whatBrokeForm(story: string): types.ModalView {
  return formModal({
    form: FORMS.whatBroke,
    title: 'What broke?',
    submit: buttons.makeRecovery,
    remembers: { about: story },
    blocks: [whatBrokeField()],
  });
}

export function wordsForm({ id, words }: Story): types.ModalView {
  return formModal({
    form: FORMS.words,
    title: buttons.correctWords,
    submit: buttons.saveWords,
    remembers: { about: id },
    blocks: [textField({ name: FIELDS.words, label: fields.words, value: words })],
  });
}

const NAME_LENGTH = 150;

export function detailsForm({ id, customer, touchpoint }: Story): types.ModalView {
  const { customer: which, touchpoint: where, touchpointHint: hint } = fields;
  return formModal({
    form: FORMS.details,
    title: buttons.addDetails,
    submit: buttons.saveDetails,
    remembers: { about: id },
    blocks: [
      lineField({ name: FIELDS.customer, label: which, value: customer ?? '', optional: true, limit: NAME_LENGTH }),
      lineField({
        name: FIELDS.touchpoint,
        label: where,
        hint,
        value: touchpoint ?? '',
        optional: true,
        limit: NAME_LENGTH,
      }),
    ],
  });
}
