/** Each value of a payload becomes this one, in turn. */
const WRONG_VALUES = [null, [], {}, 7, true, '', '\u0000', 'x'.repeat(5000), [[null]]] as const;
/** So many requests at a time. */
const AT_A_TIME = 8;

/** Ways to exchange one value of a payload, at most so deep in it, for each wrong value; and to leave it out. */
export function manglings(payload: unknown, deep: number): readonly (() => unknown)[] {
  return paths(payload, deep).flatMap((path) =>
    [...WRONG_VALUES, undefined].map((wrong) => () => changed(payload, path, wrong)),
  );
}

function paths(value: unknown, deep: number, before: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null || before.length >= deep) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...before, key], ...paths(inner, deep, [...before, key])]);
}

function changed(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  Object.assign(copy, { [key]: changed((value as Record<string, unknown>)[key], rest, to) });
  return copy;
}

/** A few at a time, until all were. */
export async function inTurns<Each>(queue: readonly Each[], act: (each: Each) => Promise<void>): Promise<void> {
  const left = [...queue];
  await Promise.all(
    Array.from({ length: AT_A_TIME }, async () => {
      for (let each = left.pop(); each !== undefined; each = left.pop()) await act(each);
    }),
  );
}
