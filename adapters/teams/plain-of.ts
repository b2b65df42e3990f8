import { decoded } from './said.ts';

/** As much of a message as is read. */
const READ = 50_000;

/** A message's HTML as the words that it shows. */
export function plainOf(html: string): string {
  const text = html
    .slice(0, READ)
    .replace(/\r?\n/g, ' ')
    .replace(/<(?:br|\/p|\/div|\/li|\/blockquote|\/h\d)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '');
  return decoded(text)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
