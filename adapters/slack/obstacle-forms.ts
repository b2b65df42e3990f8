import type { types } from '@slack/bolt';
import { OBSTACLE_KINDS } from '../../src/obstacles.ts';
import { obstacleButtons, obstacleFields, obstacleKinds } from '../../src/wording/obstacle-labels.ts';
import { ACTIONS, FIELDS, FORMS } from './actions.ts';
import { plain } from './blocks.ts';
import { fitting } from './fitting.ts';
import { formModal, inputBlock, listField, textField } from './modal.ts';
import { type Places, placeFields } from './place-fields.ts';
import type { Seed } from './seed.ts';

/** A list in a modal has no way to choose nothing again, so that nothing is one of its choices. */
const UNSAID = 'unsaid';
const NAMELESS = 'nameless';
/** Slack's maximum for the description of an option. */
const OPTION_TEXT = 75;

/** The form behind `/unblock` alone. */
export function obstacleForm({ words }: Seed, places: Places): types.ModalView {
  const { words: label, wordsHint, kind, kindUnsaid } = obstacleFields;
  return formModal({
    form: FORMS.obstacle,
    title: obstacleButtons.formShort,
    submit: obstacleButtons.report,
    remembers: {},
    blocks: [
      textField({ name: FIELDS.words, label, hint: wordsHint, value: words }),
      listField({
        name: FIELDS.kind,
        label: kind,
        optional: true,
        chosen: '',
        choices: [
          ...OBSTACLE_KINDS.map((value) => ({ value, label: obstacleKinds[value] })),
          { value: UNSAID, label: kindUnsaid },
        ],
      }),
      ...placeFields(places, null),
      namelessField(),
    ],
  });
}

function namelessField(): types.InputBlock {
  const { nameless, namelessShort, namelessHint: hint } = obstacleFields;
  return inputBlock(
    { name: FIELDS.nameless, label: nameless, hint, optional: true },
    {
      type: 'checkboxes',
      action_id: ACTIONS.field,
      options: [{ text: plain(fitting(namelessShort, OPTION_TEXT)), value: NAMELESS }],
    },
  );
}

/** What changed, of whoever says that it has fallen. */
export function clearedForm(obstacle: string): types.ModalView {
  const { whatChanged: label, whatChangedHint: hint } = obstacleFields;
  return formModal({
    form: FORMS.cleared,
    title: obstacleButtons.clear,
    submit: obstacleButtons.saveCleared,
    remembers: { about: obstacle },
    blocks: [textField({ name: FIELDS.whatChanged, label, hint })],
  });
}
