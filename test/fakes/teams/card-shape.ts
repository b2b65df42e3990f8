// What an Adaptive Card of version 1.5 may hold, checked against Microsoft's schema (adaptive-card-schema.md), and what
// Teams asks besides.

import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

const schema = JSON.parse(readFileSync(new URL('adaptive-card-schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ allErrors: false, strict: false }).compile(schema);

/** Teams shows no more than these, in a card or in a set of actions. */
const MOST_ACTIONS = 6;
const MOST_BYTES = 80 * 1024;

/** What is wrong with a card for a message; empty when nothing is. */
export function faultsOfCard(card: unknown): readonly string[] {
  const faults: string[] = [];
  if (!validate(without(card, ['msteams']))) {
    const deepest = Math.max(...(validate.errors ?? []).map(({ instancePath }) => instancePath.length));
    const telling = (validate.errors ?? []).filter(({ instancePath }) => instancePath.length === deepest);
    faults.push(
      ...new Set(
        telling.map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`),
      ),
    );
  }
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > MOST_BYTES) faults.push(`${bytes} bytes are more than Teams takes`);
  for (const actions of valuesOf(card, 'actions')) {
    if (!Array.isArray(actions) || actions.length > MOST_ACTIONS) faults.push('more than six actions');
  }
  const ids = valuesOf(card, 'id');
  if (new Set(ids).size !== ids.length) faults.push('an id stands twice');
  return faults;
}

/** The same for a card in a dialog, where Teams also has its own people picker. */
export function faultsOfDialog(card: unknown): readonly string[] {
  return faultsOfCard(without(card, ['choices.data']));
}

function without(value: unknown, fields: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => without(one, fields));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([field]) => !fields.includes(field));
  return Object.fromEntries(kept.map(([field, inner]) => [field, without(inner, fields)]));
}

/** Every value that stands under a field of this name, wherever; data of a button's own is not part of the card. */
export function valuesOf(value: unknown, field: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesOf(one, field));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(name === field ? [inner] : []),
    ...(name === 'data' ? [] : valuesOf(inner, field)),
  ]);
}
