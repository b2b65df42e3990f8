import type { Submitted } from './asked.ts';
import type { FieldName } from './verbs.ts';

/** More than any field is meant to hold; what is longer was not typed into a card. */
const MOST_CHARACTERS = 200_000;

/** What was typed or chosen in a field; empty when nothing. */
export function typedIn(data: Submitted['data'], field: FieldName): string {
  const value = data[field];
  return typeof value === 'string' && value.length <= MOST_CHARACTERS ? value : '';
}

/** Those chosen in a list of which several can be. */
export function chosenIn(data: Submitted['data'], field: FieldName): readonly string[] {
  return separated(typedIn(data, field), /,/);
}

/** Names typed by hand. */
export function namesIn(data: Submitted['data'], field: FieldName): readonly string[] {
  return separated(typedIn(data, field), /[,;\n]/).map((name) => name.replace(/^@/, ''));
}

function separated(text: string, by: RegExp): readonly string[] {
  return text
    .split(by)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
