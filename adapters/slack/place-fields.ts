import { fields } from '../../src/wording/labels.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { suggestedSentence, touchpointWords } from '../../src/wording/touchpoints.ts';
import { FIELDS } from './actions.ts';
import type { Block } from './blocks.ts';
import type { Desk } from './desk.ts';
import { lookUp } from './look.ts';
import { lineField, listField } from './modal.ts';
import { typedIn, type Values } from './read.ts';

/** The company's touchpoints by name, and the one that the story's words may mean. */
export type Places = { readonly named: readonly string[]; readonly suggested: string | null };

export const noPlaces: Places = { named: [], suggested: null };

export async function placesFor(desk: Desk, user: string, words: string | null): Promise<Places> {
  const view = await lookUp(desk, user, { type: 'touchpoints', words });
  if (view.type !== 'touchpoints') return noPlaces;
  return { named: view.touchpoints.map(({ name }) => name), suggested: view.suggested };
}

const NAME_LENGTH = 150;
/** A list in a modal has no way to choose nothing again, so that nothing is one of its choices. */
const NOWHERE = 'none';
const AT = 'at ';

/** Where it happened: out of the company's touchpoints, where it named some, or typed. Nothing is chosen beforehand. */
export function placeFields({ named, suggested }: Places, now: string | null): readonly Block[] {
  const { touchpoint: label, touchpointHint: hint } = fields;
  const typed = { name: FIELDS.touchpoint, optional: true, limit: NAME_LENGTH };
  if (named.length === 0) return [lineField({ ...typed, label, hint, value: now ?? '' })];
  const choices = [
    { value: NOWHERE, label: touchpointWords.none },
    ...named.map((name) => ({ value: `${AT}${name}`, label: name })),
  ];
  const list = { name: FIELDS.chosenTouchpoint, label, choices, optional: true };
  const isNamed = now !== null && named.includes(now);
  const chosen = isNamed ? `${AT}${now}` : '';
  return [
    listField(suggested === null ? { ...list, chosen } : { ...list, chosen, hint: suggestion(suggested) }),
    lineField({
      ...typed,
      label: touchpointWords.elsewhere,
      hint: touchpointWords.elsewhereHint,
      value: isNamed ? '' : (now ?? ''),
    }),
  ];
}

function suggestion(name: string): string {
  return suggestedSentence(name, plainPen('UTC'));
}

/** What was typed goes before what was chosen. */
export function placeIn(values: Values): string | null {
  const typed = typedIn(values, FIELDS.touchpoint);
  if (typed.trim() !== '') return typed;
  const chosen = typedIn(values, FIELDS.chosenTouchpoint);
  return chosen.startsWith(AT) ? chosen.slice(AT.length) : null;
}
