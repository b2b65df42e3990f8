import type { types } from '@slack/bolt';
import type { Praise } from '../../src/views.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { buttons, customerNames, fields, settlements, thanksHeard } from '../../src/wording/labels.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { suggestionSentence } from '../../src/wording/praise-sentences.ts';
import { unwrap } from '../../src/wording/unwrap.ts';
import { ACTIONS, FIELDS, FORMS } from './actions.ts';
import { adds, type Block, quotes } from './blocks.ts';
import { fitting } from './fitting.ts';
import { audienceField, whatBrokeField } from './kudos-form.ts';
import { PRAISE_SHOWN } from './limits.ts';
import { choiceField, formModal, listField, peopleField } from './modal.ts';

export type SettleAs = keyof typeof settlements;

export type Settling = {
  readonly praise: Pick<Praise, 'id' | 'words' | 'suggestion' | 'customer'>;
  readonly as: SettleAs | undefined;
  readonly heroes: readonly string[];
};

/** Says what a customer's words are. What broke is asked only when something did. */
export function settleForm({ praise, as, heroes }: Settling): types.ModalView {
  const { id, words, suggestion, customer } = praise;
  const why: readonly Block[] = suggestion === null ? [] : [adds(suggestionSentence(suggestion, plainPen('UTC')))];
  const about: readonly Block[] = [
    peopleField({
      name: FIELDS.heroes,
      label: fields.heroes,
      chosen: heroes,
      optional: as === 'thanks' || as === undefined,
    }),
  ];
  return formModal({
    form: FORMS.settle,
    title: 'A customer’s words',
    submit: buttons.settle,
    remembers: { about: id },
    blocks: [
      quotes(isolate(fitting(unwrap(words), PRAISE_SHOWN))),
      ...why,
      choiceField({
        name: FIELDS.as,
        label: fields.lane,
        action: ACTIONS.wentWrong,
        chosen: as,
        choices: (['win', 'recovery', 'thanks', 'not-praise'] as const).map((value) => ({
          value,
          ...settlements[value],
        })),
      }),
      ...(as === 'recovery' ? [whatBrokeField()] : []),
      ...(as === 'not-praise' ? [] : about),
      ...(as === 'win' || as === 'recovery' ? [audienceField()] : []),
      ...(as === 'thanks' ? [thanksField()] : []),
      ...(as === 'not-praise' || customer.name === null ? [] : [customerField()]),
    ],
  });
}

function thanksField(): Block {
  return choiceField({
    name: FIELDS.thanksHeard,
    label: fields.passThanksOn,
    chosen: 'heroes',
    choices: (['heroes', 'everyone'] as const).map((value) => ({ value, label: thanksHeard[value] })),
  });
}

function customerField(): Block {
  return listField({
    name: FIELDS.customerShown,
    label: fields.customerShown,
    chosen: 'full-name',
    choices: (['full-name', 'first-name', 'no-name'] as const).map((value) => ({ value, label: customerNames[value] })),
  });
}
