import type { Weights } from '../../src/recognition/suggest-lane.ts';

export const weightsFile = new URL('../../src/recognition/praise-weights.json', import.meta.url);

/** The weights as they stand in their file: a line a sign, so that a change shows what it changed. */
export function written({ lanes, before, signs, chosenFrom }: Weights): string {
  const lines = Object.entries(signs).map(([sign, each]) => `    ${JSON.stringify(sign)}: ${list(each)}`);
  const from = Object.entries(chosenFrom).map(([lane, least]) => `"${lane}": ${least}`);
  return `{
  "lanes": ${list(lanes)},
  "before": ${list(before)},
  "chosenFrom": { ${from.join(', ')} },
  "signs": {
${lines.join(',\n')}
  }
}
`;
}

function list(values: readonly unknown[]): string {
  return `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
}
