// Reads "From: Jane Sample" into what it labels and its value, in any of the languages.

import { folded } from '../text.ts';
import { LANGUAGES } from './languages.ts';

export type LabelKind = 'from' | 'sent' | 'to' | 'cc' | 'subject' | 'other';

export type Label = {
  readonly kind: LabelKind;
  /** Languages that have this label. */
  readonly languages: readonly string[];
  readonly value: string;
};

type Meaning = { readonly kind: LabelKind; readonly languages: string[] };

const KINDS = ['from', 'sent', 'to', 'cc', 'subject', 'other'] as const;
const MEANINGS = collectMeanings();
const LONGEST_LABEL = 40;

/** Splits a line at its first colon, plain or full-width, when a known label stands before it. */
export function readLabel(line: string): Label | null {
  const colon = line.slice(0, LONGEST_LABEL).search(/[:：]/);
  if (colon <= 0) return null;
  const meaning = meaningOf(line.slice(0, colon));
  if (meaning === null) return null;
  const value = line
    .slice(colon + 1)
    .replace(/^[*_\s]+/, '')
    .trimEnd();
  return { ...meaning, value };
}

/** What a label alone means, whatever stars a program has put around it for bold. */
export function meaningOf(label: string): Meaning | null {
  return MEANINGS.get(folded(label.replaceAll('*', '').replaceAll('_', ' '))) ?? null;
}

// A word that means two things (Spanish "a" is "to", Hungarian …) keeps the first: rows stand in order of how
// often their languages are met.
function collectMeanings(): Map<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const language of LANGUAGES) {
    for (const kind of KINDS) {
      for (const word of (language[kind] ?? '').split('|')) {
        const label = folded(word);
        if (label === '') continue;
        const known = meanings.get(label);
        if (known === undefined) meanings.set(label, { kind, languages: [language.code] });
        else if (known.kind === kind) known.languages.push(language.code);
      }
    }
  }
  return meanings;
}
