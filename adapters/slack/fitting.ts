import { READ_ON, shorten } from '../../src/wording/shorten.ts';

/** A text that fits where Slack shows it; when something had to go, an ellipsis says so. */
export function fitting(text: string, limit: number): string {
  const { words, cut } = shorten(text, limit);
  return cut ? `${shorten(text, limit - 2).words} …` : words;
}

/** The same with a way to the rest, which whoever shows it adds. */
export function fittingWithRest(text: string, limit: number): { readonly words: string; readonly cut: boolean } {
  const { cut } = shorten(text, limit);
  if (!cut) return { words: text, cut };
  return { words: `${shorten(text, limit - READ_ON.length - 1).words} ${READ_ON}`, cut };
}
