import { readFileSync } from 'node:fs';
import type { Suggestion } from '../../src/views.ts';

export const LANES = ['win', 'recovery', 'thanks', 'not-praise'] as const satisfies readonly Suggestion['lane'][];

export type Example = { readonly lane: Suggestion['lane']; readonly language: string; readonly words: string };

/** Labelled customers' words: one a line, its lane, its language and the text with its line ends as "\n". */
export function readExamples(half: 'training' | 'kept-apart'): readonly Example[] {
  const text = readFileSync(new URL(`./${half}.tsv`, import.meta.url), 'utf8');
  return text.trim().split('\n').map(toExample);
}

function toExample(line: string): Example {
  const [label, language = '', words = ''] = line.split('\t');
  const lane = LANES.find((one) => one === label);
  if (lane === undefined) throw new Error(`No lane: ${line}`);
  return { lane, language, words: words.replaceAll('\\n', '\n') };
}
