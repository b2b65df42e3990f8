// What Block Kit looks like, checked against the schema made from Slack's own types. See block-schema.md.

import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { isThing, list, type Thing, text, thing } from './json.ts';

type Surface = 'block' | 'modal' | 'home' | 'metadata' | 'options';

const schema = thing(JSON.parse(readFileSync(new URL('block-schema.json', import.meta.url), 'utf8')));
const definitions = thing(schema.definitions);
const ajv = new Ajv({ allErrors: true, strict: false, verbose: true });
ajv.addSchema({ $id: 'slack', definitions: chooseByType(definitions) });
const validators = new Map<Surface, ValidateFunction>();

/** What is wrong with the shape, in Slack's words; `at` is the JSON pointer of the value in what was sent. */
export function faultsOfShape(surface: Surface, value: unknown, at: string): readonly string[] {
  const validate =
    validators.get(surface) ?? ajv.compile({ $ref: `slack#/definitions/Surfaces/properties/${surface}` });
  validators.set(surface, validate);
  if (validate(value)) return [];
  return [...new Set((validate.errors ?? []).filter(isTelling).map((error) => inSlacksWords(error, at)))];
}

function isTelling(error: ErrorObject): boolean {
  return error.keyword !== 'not' && error.keyword !== 'anyOf';
}

function inSlacksWords(error: ErrorObject, at: string): string {
  const { keyword, params, instancePath } = error;
  const where = at + instancePath;
  if (keyword === 'required') return `missing required field: ${params.missingProperty} [json-pointer:${where}]`;
  if (keyword === 'additionalProperties') {
    return `invalid additional property: ${params.additionalProperty} [json-pointer:${where}]`;
  }
  if (keyword === 'enum' && instancePath.endsWith('/type'))
    return `unsupported type: ${error.data} [json-pointer:${where}]`;
  if (keyword === 'enum' || keyword === 'const') return `must be a valid enum value [json-pointer:${where}]`;
  if (keyword === 'type') {
    const type = text(params.type);
    return `must provide ${/^[aio]/.test(type) ? 'an' : 'a'} ${type} [json-pointer:${where}]`;
  }
  return `${error.message} [json-pointer:${where}]`;
}

/**
 * A union of things that say what they are by their `type` is checked against the one that was meant, so that a
 * fault deep inside is told as that fault, and not as "none of the 20 fits".
 */
function chooseByType(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(chooseByType);
  if (!isThing(node)) return node;
  const { anyOf, ...rest } = node;
  const kept: Thing = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, chooseByType(value)]));
  if (anyOf === undefined) return rooted(kept);
  const members = list(anyOf);
  const kinds = members.map(typesOf);
  if (kinds.some((types) => types.length === 0)) return rooted({ ...kept, anyOf: members.map(chooseByType) });
  const types = [...new Set(kinds.flat())];
  const meant = (type: string) => members.filter((_, index) => kinds[index]?.includes(type)).map(chooseByType);
  return {
    type: 'object',
    required: ['type'],
    properties: { type: { enum: types } },
    allOf: types.map((type) => {
      const fitting = meant(type);
      const unfold = fitting.length === 1 ? fitting[0] : { anyOf: fitting };
      return { anyOf: [{ properties: { type: { not: { const: type } } } }, unfold] };
    }),
  };
}

function rooted(node: Thing): Thing {
  const ref = text(node.$ref);
  return ref === '' ? node : { ...node, $ref: `slack${ref}` };
}

/** The values of `type` that a schema stands for. */
function typesOf(node: unknown): readonly string[] {
  if (!isThing(node)) return [];
  const ref = text(node.$ref);
  if (ref !== '') return typesOf(definitions[ref.replace('#/definitions/', '')]);
  if (node.anyOf !== undefined) {
    const kinds = list(node.anyOf).map(typesOf);
    return kinds.some((types) => types.length === 0) ? [] : kinds.flat();
  }
  const type = thing(thing(node.properties).type);
  return typeof type.const === 'string' ? [type.const] : [];
}
