import type { Praise } from '../../src/views.ts';
import { customerNames, fields, settlements, thanksHeard } from '../../src/wording/labels.ts';
import { surelyNamed } from '../../src/wording/praise-sentences.ts';
import type { Again } from './asked.ts';
import type { Seen } from './card.ts';
import { type Action, type Element, notes } from './elements.ts';
import { type Part, withFault } from './form-fault.ts';
import { asChosen, heroesPart } from './hero-fields.ts';
import { audienceField, listField } from './inputs.ts';
import { whatBrokePart } from './kudos-form.ts';
import { first, send } from './press.ts';
import { typedIn } from './submitted.ts';
import { FIELDS, type FieldName, VERBS } from './verbs.ts';

const FOUR = ['win', 'recovery', 'thanks', 'not-praise'] as const;

/** All that it takes to say what a customer's words are; the buttons say it. */
export function settling(praise: Praise, seen: Seen, again: Again | null): readonly Element[] {
  const value = (field: FieldName) => (again === null ? '' : typedIn(again.typed, field));
  const parts: readonly Part[] = [
    heroesPart(asChosen(surelyNamed(praise.guessedHeroes), seen), seen, again),
    whatBrokePart(fields.whatBrokeIfRecovery, value(FIELDS.whatBroke)),
    { field: FIELDS.audience, elements: [audienceField(value(FIELDS.audience) || 'everyone')] },
    { field: FIELDS.thanksHeard, elements: [thanksField(value(FIELDS.thanksHeard) || 'heroes')] },
    ...(praise.customer.name === null ? [] : [customerPart(value(FIELDS.customerShown) || 'full-name')]),
  ];
  const four = FOUR.map((as) => `${settlements[as].label}: ${settlements[as].hint}`).join('\n');
  return [...withFault(parts, again, seen.timeZone), notes(four)];
}

function thanksField(chosen: string): Element {
  return listField({
    name: FIELDS.thanksHeard,
    label: fields.passThanksOnIfSo,
    chosen,
    choices: (['heroes', 'everyone'] as const).map((value) => ({ value, label: thanksHeard[value] })),
  });
}

function customerPart(chosen: string): Part {
  const choices = (['full-name', 'first-name', 'no-name'] as const).map((value) => ({
    value,
    label: customerNames[value],
  }));
  const field = { name: FIELDS.customerShown, label: fields.customerShown, chosen, choices };
  return { field: FIELDS.customerShown, elements: [listField(field)] };
}

export function settlingButtons({ id, suggestion }: Praise, seen: Seen): readonly Action[] {
  const verbs = {
    win: VERBS.settleWin,
    recovery: VERBS.settleRecovery,
    thanks: VERBS.settleThanks,
    'not-praise': VERBS.settleNot,
  } as const;
  return FOUR.map((as) => {
    const button = send(seen, verbs[as], settlements[as].label, { praise: id });
    return suggestion?.sure && suggestion.lane === as ? first(button) : button;
  });
}
