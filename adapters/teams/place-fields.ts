import { fields } from '../../src/wording/labels.ts';
import { suggestedSentence, touchpointWords } from '../../src/wording/touchpoints.ts';
import type { Submitted } from './asked.ts';
import type { Seen } from './card.ts';
import { type Element, notes } from './elements.ts';
import type { Part } from './form-fault.ts';
import { lineField, listField } from './inputs.ts';
import { teamsPen } from './pen.ts';
import { typedIn } from './submitted.ts';
import { FIELDS } from './verbs.ts';

const NOWHERE = 'none';
const AT = 'at ';

type Data = Submitted['data'];

/**
 * Where it happened: out of the company's touchpoints, where it named some, or typed. Nothing is chosen beforehand but
 * what was: by the story `now`, or in the form that was sent.
 */
export function placePart(seen: Pick<Seen, 'places' | 'timeZone'>, now: string | null, again: Data | null): Part {
  const { named, suggested } = seen.places;
  const label = `${fields.touchpoint} ${fields.optional}`;
  const typed = again === null ? (now ?? '') : typedIn(again, FIELDS.touchpoint);
  const hint = fields.touchpointHint;
  if (named.length === 0) {
    return { field: FIELDS.touchpoint, elements: [lineField({ name: FIELDS.touchpoint, label, hint, value: typed })] };
  }
  const isNamed = again === null && named.includes(typed);
  const chosen =
    again === null ? (isNamed ? `${AT}${typed}` : NOWHERE) : typedIn(again, FIELDS.chosenTouchpoint) || NOWHERE;
  const { elsewhere, elsewhereHint } = touchpointWords;
  const list = listField({
    name: FIELDS.chosenTouchpoint,
    label,
    chosen,
    choices: [
      { value: NOWHERE, label: touchpointWords.none },
      ...named.map((name) => ({ value: `${AT}${name}`, label: name })),
    ],
  });
  const line = { name: FIELDS.touchpoint, label: elsewhere, hint: elsewhereHint, value: isNamed ? '' : typed };
  return { field: FIELDS.touchpoint, elements: [list, ...suggestion(suggested, seen.timeZone), lineField(line)] };
}

function suggestion(name: string | null, timeZone: string): readonly Element[] {
  return name === null ? [] : [notes(suggestedSentence(name, teamsPen(timeZone)))];
}

/** What was typed goes before what was chosen. */
export function placeIn(data: Data): string | null {
  const typed = typedIn(data, FIELDS.touchpoint).trim();
  if (typed !== '') return typed;
  const chosen = typedIn(data, FIELDS.chosenTouchpoint);
  return chosen.startsWith(AT) ? chosen.slice(AT.length) : null;
}
