import { fields } from '../../src/wording/labels.ts';
import type { Chosen, Seen } from './card.ts';
import type { Element } from './elements.ts';
import { asTyped } from './escape.ts';
import { fitting } from './fitting.ts';
import { INPUT_TEXT } from './room.ts';
import { FIELDS, type FieldName } from './verbs.ts';

type Field = {
  readonly name: FieldName;
  readonly label: string;
  readonly hint?: string;
  /** Said at the field when it is sent empty; a field without it may stay empty. */
  readonly missing?: string;
};

type Written = Field & { readonly value: string };

/** One line. */
export function lineField(field: Written): Element {
  return { ...inputOf('Input.Text', field), ...filled(field) };
}

/** Several lines. */
export function textField(field: Written): Element {
  return { ...lineField(field), isMultiline: true };
}

function filled({ value, hint }: Written) {
  return {
    maxLength: INPUT_TEXT,
    ...(value === '' ? {} : { value: asTyped(value).slice(0, INPUT_TEXT).toWellFormed() }),
    ...(hint === undefined ? {} : { placeholder: hint }),
  };
}

type Choice = { readonly value: string; readonly label: string };

/** One of a few, all in sight. */
export function choiceField(field: Field & { readonly choices: readonly Choice[]; readonly chosen: string }): Element {
  return { ...listField(field), style: 'expanded', wrap: true };
}

/** One of a list. */
export function listField(field: Field & { readonly choices: readonly Choice[]; readonly chosen: string }): Element {
  const choices = field.choices.map(({ value, label }) => ({ title: label, value }));
  return { ...inputOf('Input.ChoiceSet', field), style: 'compact', choices, value: field.chosen };
}

/** Any number of a list. */
export function severalField(
  field: Field & { readonly choices: readonly Choice[]; readonly chosen: readonly string[] },
): Element {
  const choices = field.choices.map(({ value, label }) => ({ title: fitting(asTyped(label), 100), value }));
  const list = { ...inputOf('Input.ChoiceSet', field), isMultiSelect: true, style: 'compact', choices };
  return field.chosen.length === 0 ? list : { ...list, value: field.chosen.join(',') };
}

type People = Field & {
  /** The field for names that are typed. */
  readonly typed: FieldName;
  readonly typedNames: string;
  readonly chosen: readonly string[];
  readonly offered: readonly Chosen[];
};

/**
 * People out of a list, and by typed names. A dialog has Teams' own people picker, which the schema of 1.5 does not
 * know and phones do not show: there, and in messages, names are chosen from those offered or typed.
 */
export function peopleField(field: People, { surface }: Pick<Seen, 'surface'>): readonly Element[] {
  const { typed, typedNames, chosen, offered, label } = field;
  const choices = offered.map(({ user, name }) => ({ title: fitting(asTyped(name), 100), value: user }));
  const list = {
    ...inputOf('Input.ChoiceSet', field),
    isMultiSelect: true,
    style: 'compact',
    choices,
    ...(chosen.length === 0 ? {} : { value: chosen.join(',') }),
  };
  const picker = surface === 'dialog' ? { ...list, 'choices.data': PICKER } : list;
  const isListed = surface === 'dialog' || offered.length > 0;
  const names = lineField({
    name: typed,
    label: isListed ? fields.typedHeroes : label,
    hint: fields.typedNamesHint,
    value: typedNames,
  });
  return isListed ? [picker, names] : [names];
}

/** Everybody of the company, searched by Teams while a name is typed. */
const PICKER = { type: 'Data.Query', dataset: 'graph.microsoft.com/users' } as const;

function inputOf(type: string, { name, label, missing }: Field): Element {
  return {
    type,
    id: name,
    label,
    ...(missing === undefined ? {} : { isRequired: true, errorMessage: missing }),
  };
}

/** Of the two, the one that is chosen. */
export function audienceField(chosen: string): Element {
  return choiceField({
    name: FIELDS.audience,
    label: fields.audience,
    chosen,
    choices: [
      { value: 'everyone', label: fields.audienceEveryone },
      { value: 'heroes', label: fields.audienceHeroes },
    ],
  });
}
