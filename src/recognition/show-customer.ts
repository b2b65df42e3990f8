import type { CustomerShown } from '../commands.ts';
import type { Praise } from '../views.ts';

const TITLES = /^(?:dr|prof|mr|mrs|ms|mx|miss|sir|herr|frau|hr|fr|mme|mlle|sra?|señora?|dott|ing)\.?$/i;
/** Written without spaces, or with the family's name first. */
const NO_FIRST_NAME_FIRST = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}@]/u;
const NAME_HIDDEN = '[name removed]';
const ADDRESS_HIDDEN = '[address removed]';

/** A customer's name as far as people may see it; null means "a customer". */
export function customerShown(name: string | null, shown: CustomerShown): string | null {
  switch (shown) {
    case 'full-name':
      return name;
    case 'first-name':
      return name === null ? null : firstName(name);
    case 'no-name':
      return null;
    default:
      return shown satisfies never;
  }
}

function firstName(name: string): string | null {
  if (NO_FIRST_NAME_FIRST.test(name)) return null;
  const [family = '', given] = name.split(',', 2);
  return (given ?? family).split(/\s+/).find((part) => part !== '' && !TITLES.test(part)) ?? null;
}

/**
 * The customer's words for those people: without the customer's own address, and without the name that they are not to
 * see, where it stands whole or signs the words. What was taken out is seen to be.
 */
export function wordsShown({ words, customer }: Pick<Praise, 'words' | 'customer'>, shown: CustomerShown): string {
  const { name, email } = customer;
  const unaddressed = email === null ? words : words.replace(literally(email), ADDRESS_HIDDEN);
  if (name === null || shown === 'full-name') return unaddressed;
  const instead = customerShown(name, shown) ?? NAME_HIDDEN;
  const parts = name.split(/[\s,]+/).filter((part) => part !== '');
  return unaddressed
    .replace(whole(parts), () => instead)
    .replace(whole(parts.toReversed()), () => instead)
    .split('\n')
    .map((line) => (signs(line, parts) ? line.replace(line.trim(), () => instead) : line))
    .join('\n');
}

function literally(text: string): RegExp {
  return new RegExp(RegExp.escape(text), 'gi');
}

function whole(parts: readonly string[]): RegExp {
  const name = parts.map((part) => RegExp.escape(part)).join('[\\s,]{1,3}');
  return new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, 'giu');
}

/** A line that is nothing but parts of the name or their initials: "G. Holm". */
function signs(line: string, parts: readonly string[]): boolean {
  const written = line
    .trim()
    .slice(0, 200)
    .split(/[\s,]+/);
  return written.every((word) => word !== '' && parts.some((part) => isPart(word, part)));
}

function isPart(word: string, part: string): boolean {
  const [bare, name] = [word.replace(/\.$/, '').toLowerCase(), part.toLowerCase()];
  return bare === name || (bare.length === 1 && name.startsWith(bare));
}
