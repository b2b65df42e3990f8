import type { types } from '@slack/bolt';
import type { Story } from '../../src/views.ts';
import { buttons, fields } from '../../src/wording/labels.ts';
import { FIELDS, FORMS } from './actions.ts';
import { whatBrokeField } from './kudos-form.ts';
import { formModal, lineField, textField } from './modal.ts';
import { type Places, placeFields } from './place-fields.ts';

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

export function detailsForm({ id, customer, touchpoint }: Story, places: Places): types.ModalView {
  const which = { name: FIELDS.customer, label: fields.customer, optional: true, limit: NAME_LENGTH };
  return formModal({
    form: FORMS.details,
    title: buttons.addDetails,
    submit: buttons.saveDetails,
    remembers: { about: id },
    blocks: [lineField({ ...which, value: customer ?? '' }), ...placeFields(places, touchpoint)],
  });
}
