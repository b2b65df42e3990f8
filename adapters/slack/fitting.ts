import { shorten } from '../../src/wording/shorten.ts';

/** A text that fits where Slack shows it; when something had to go, an ellipsis says so. */
export function fitting(text: string, limit: number): string {
  return fittingWithRest(text, limit).words;
}

/** The same, and whether something had to go: whoever shows it adds the way to it. */
export function fittingWithRest(text: string, limit: number): { readonly words: string; readonly cut: boolean } {
  const { words, cut } = shorten(text, limit);
  return { words: cut ? `${shorten(text, limit - 2).words} …` : words, cut };
}
