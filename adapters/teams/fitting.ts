import { READ_ON, shorten } from '../../src/wording/shorten.ts';

/** A text that fits where Teams shows it; an ellipsis says that something had to go. */
export function fitting(text: string, limit: number): string {
  const { words, cut } = shorten(text, limit);
  return cut ? `${shorten(text, limit - 2).words} …` : words;
}

/** The same with a way to the rest, which whoever shows it adds. */
export function fittingWithRest(text: string, limit: number): { readonly words: string; readonly cut: boolean } {
  const { words, cut } = shorten(text, limit - READ_ON.length - 1);
  if (text.length <= limit || !cut) return { words: text, cut: false };
  return { words: `${words} ${READ_ON}`, cut: true };
}

/** On one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
