import type { types } from '@slack/bolt';
import { buttons } from '../../src/wording/labels.ts';
import { ACTIONS, type FieldName, FORMS, type FormName } from './actions.ts';
import { type Block, plain } from './blocks.ts';
import { fitting } from './fitting.ts';
import { INPUT_TEXT, MODAL_TITLE, PRIVATE_METADATA, VIEW_BLOCKS } from './limits.ts';
import { firstThatFit } from './packing.ts';
import { type Seed, written } from './seed.ts';
import type { Shown } from './seen.ts';

/** A form that can be sent. */
export function formModal(options: {
  readonly form: FormName;
  readonly title: string;
  readonly submit: string;
  readonly blocks: readonly Block[];
  readonly remembers: Seed;
}): types.ModalView {
  const { form, title, submit, blocks, remembers } = options;
  return {
    type: 'modal',
    callback_id: form,
    title: plain(fitting(title, MODAL_TITLE)),
    submit: plain(fitting(submit, MODAL_TITLE)),
    close: plain(buttons.cancel),
    private_metadata: written(remembers, PRIVATE_METADATA),
    blocks: [...blocks],
  };
}

/** Shows something; there is nothing to send. */
export function answerModal(shown: Shown): types.ModalView {
  const { blocks } = firstThatFit(shown.blocks, { blocks: VIEW_BLOCKS, characters: Number.POSITIVE_INFINITY });
  return {
    type: 'modal',
    callback_id: FORMS.answer,
    title: plain('Herald'),
    close: plain(buttons.dismiss),
    blocks: [...blocks],
  };
}

type Field = {
  readonly name: FieldName;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
};

export function lineField(field: Field & { readonly value?: string | undefined; readonly limit?: number }): Block {
  return inputBlock(field, textInput(field.value, field.limit, false));
}

export function textField(field: Field & { readonly value?: string | undefined }): Block {
  return inputBlock(field, textInput(field.value, INPUT_TEXT, true));
}

function textInput(value: string | undefined, limit = INPUT_TEXT, multiline = false): types.PlainTextInput {
  return {
    type: 'plain_text_input',
    action_id: ACTIONS.field,
    multiline,
    max_length: limit,
    ...(value === undefined || value === '' ? {} : { initial_value: value.slice(0, limit) }),
  };
}

export function peopleField(field: Field & { readonly chosen: readonly string[] }): Block {
  return inputBlock(field, {
    type: 'multi_users_select',
    action_id: ACTIONS.field,
    ...(field.chosen.length === 0 ? {} : { initial_users: [...field.chosen] }),
  });
}

type Choice = { readonly value: string; readonly label: string; readonly hint?: string };

export function choiceField(
  field: Field & {
    readonly choices: readonly Choice[];
    readonly chosen?: string | undefined;
    readonly action?: string;
  },
): Block {
  const options = field.choices.map(optionOf);
  const chosen = options.find((option) => option.value === field.chosen);
  const element: types.RadioButtons = {
    type: 'radio_buttons',
    action_id: field.action ?? ACTIONS.field,
    options,
    ...(chosen === undefined ? {} : { initial_option: chosen }),
  };
  const block = inputBlock(field, element);
  return field.action === undefined ? block : { ...block, dispatch_action: true };
}

function optionOf({ value, label, hint }: Choice): types.PlainTextOption {
  return {
    text: plain(fitting(label, 75)),
    value,
    ...(hint === undefined ? {} : { description: plain(fitting(hint, 75)) }),
  };
}

export function listField(field: Field & { readonly choices: readonly Choice[]; readonly chosen: string }): Block {
  const options = field.choices.map(optionOf);
  const chosen = options.find((option) => option.value === field.chosen);
  return inputBlock(field, {
    type: 'static_select',
    action_id: ACTIONS.field,
    options,
    ...(chosen === undefined ? {} : { initial_option: chosen }),
  });
}

/** Any number of a list. */
export function severalField(
  field: Field & { readonly choices: readonly Choice[]; readonly chosen: readonly string[] },
): Block {
  const options = field.choices.map(optionOf);
  const chosen = options.filter(({ value }) => field.chosen.includes(value ?? ''));
  return inputBlock(field, {
    type: 'multi_static_select',
    action_id: ACTIONS.field,
    options,
    ...(chosen.length === 0 ? {} : { initial_options: chosen }),
  });
}

export function inputBlock(
  { name, label, hint, optional }: Field,
  element: types.InputBlock['element'],
): types.InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plain(label),
    ...(hint === undefined ? {} : { hint: plain(hint) }),
    optional: optional ?? false,
    element,
  };
}
