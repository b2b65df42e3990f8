// The arguments of API methods: JSON, or a form in which everything is text.

import { z } from 'zod';
import { parsed } from './json.ts';
import { refusalWithFaults } from './refusal.ts';

export const flag = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0'])])
  .transform((value) => value === true || value === 'true' || value === '1');

export const count = z.coerce.number().int().positive();

/** An object or array; in a form it comes as JSON. What is no JSON stays as it is, for the method to refuse. */
export const json = z.unknown().transform((value) => (typeof value === 'string' ? (parsed(value) ?? value) : value));

export const paged = { limit: count.max(1000).optional(), cursor: z.string().optional() };

/** Throws `invalid_arguments`, naming each argument that is missing, wrong or unknown. */
export function readArguments<Args>(shape: z.ZodType<Args>, given: unknown): Args {
  const { success, data, error } = shape.safeParse(given);
  if (success) return data;
  const faults = error.issues.flatMap((issue) => {
    const where = `[json-pointer:/${issue.path.join('/')}]`;
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => `invalid additional property: ${key} ${where}`);
    if (issue.code === 'invalid_type' && issue.input === undefined)
      return [`missing required field: ${issue.path.join('/')}`];
    return [`${issue.message} ${where}`];
  });
  throw refusalWithFaults('invalid_arguments', faults);
}

/** One page of a list, with the cursor to the next. */
export function page<T>(all: readonly T[], limit: number, cursor: string | undefined) {
  const from = cursor === undefined || cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString());
  if (!Number.isInteger(from) || from < 0 || from > all.length) throw refusalWithFaults('invalid_cursor', []);
  const next = from + limit < all.length ? Buffer.from(String(from + limit)).toString('base64') : '';
  return { items: all.slice(from, from + limit), response_metadata: { next_cursor: next } };
}
