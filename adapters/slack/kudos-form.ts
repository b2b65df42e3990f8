import type { types } from '@slack/bolt';
import { buttons, fields } from '../../src/wording/labels.ts';
import { ACTIONS, FIELDS, FORMS } from './actions.ts';
import type { Block } from './blocks.ts';
import { choiceField, formModal, lineField, peopleField, textField } from './modal.ts';
import { type Places, placeFields } from './place-fields.ts';
import type { Seed } from './seed.ts';

const NAME_LENGTH = 150;
const WHAT_BROKE_LENGTH = 500;

/** The form behind `/kudos` alone. What broke is asked only of those who say that something did. */
export function kudosForm(seed: Seed, places: Places, wentWrong: 'yes' | 'no' = 'no'): types.ModalView {
  const { words, heroes = [], ...remembered } = seed;
  return formModal({
    form: FORMS.kudos,
    title: 'Tell a story',
    submit: buttons.tell,
    remembers: remembered,
    blocks: [
      peopleField({ name: FIELDS.heroes, label: fields.heroes, chosen: heroes }),
      textField({ name: FIELDS.words, label: fields.words, value: words }),
      choiceField({
        name: FIELDS.wentWrong,
        label: fields.wentWrongFirst,
        action: ACTIONS.wentWrong,
        chosen: wentWrong,
        choices: [
          { value: 'no', label: fields.wentWrongNo },
          { value: 'yes', label: fields.wentWrongYes },
        ],
      }),
      ...(wentWrong === 'yes' ? [whatBrokeField()] : []),
      lineField({ name: FIELDS.customer, label: fields.customer, optional: true, limit: NAME_LENGTH }),
      ...placeFields(places, null),
      audienceField(),
    ],
  });
}

export function whatBrokeField(value?: string): Block {
  const { whatBroke: label, whatBrokeHint: hint } = fields;
  return lineField({ name: FIELDS.whatBroke, label, hint, value, limit: WHAT_BROKE_LENGTH });
}

export function audienceField(): Block {
  return choiceField({
    name: FIELDS.audience,
    label: fields.audience,
    chosen: 'everyone',
    choices: [
      { value: 'everyone', label: fields.audienceEveryone },
      { value: 'heroes', label: fields.audienceHeroes },
    ],
  });
}
