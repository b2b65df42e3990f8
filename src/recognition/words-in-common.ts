import { LITTLE_WORDS } from './little-words.ts';

/** As many of a text's terms as are looked at: enough for any idea, however long a story is. */
export const TERMS_AT_MOST = 60;
/** As much of a text as is read for them. */
const READ_AT_MOST = 3000;
/** Of a longer word, the beginning stands for its forms: "name", "names", "naming". */
const STEM = 5;

const LINKS = /\b(?:https?:\/\/|www\.)\S+/giu;
/** Of Latin, Greek, Cyrillic, Hebrew and Arabic letters; elsewhere marks are part of the letter. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/gu;
/** Scripts that put no space between words, then those that do. */
const RUNS =
  /(?<han>[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー々]+)|(?<thai>[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]+)|(?<hangul>\p{sc=Hang}+)|(?<word>[\p{L}\p{N}\p{M}]+)/gu;
const ONLY_HIRAGANA = /^\p{sc=Hira}+$/u;
const PART_OF_A_WORD =
  /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー々\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Hang}]/u;
const ARABIC_ARTICLE = /^(?:وال|بال|كال|فال|ال|لل)(?=.{3})/u;

/**
 * What a text is about, as far as its words tell: the beginnings of its words without the little ones, or, in scripts
 * that put no space between words, their pairs of letters. In the order in which they stand, each once.
 */
export function termsOf(text: string): readonly string[] {
  const plain = text
    .slice(0, READ_AT_MOST)
    .replace(LINKS, ' ')
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss');
  const terms = new Set<string>();
  for (const { groups = {} } of plain.matchAll(RUNS)) {
    for (const term of termsIn(groups)) terms.add(term);
    if (terms.size >= TERMS_AT_MOST) break;
  }
  return [...terms].slice(0, TERMS_AT_MOST);
}

function termsIn({ han, thai, hangul, word }: Partial<Record<string, string>>): readonly string[] {
  // Written in hiragana alone are mostly the particles that hold a Japanese sentence together.
  if (han !== undefined) return pieces(han, 2).filter((piece) => !ONLY_HIRAGANA.test(piece));
  if (thai !== undefined) return pieces(thai, 3);
  if (hangul !== undefined) return pieces(hangul, 2);
  return word === undefined ? [] : stemOf(word);
}

function pieces(run: string, length: number): readonly string[] {
  const letters = [...run];
  if (letters.length <= length) return [run];
  return letters.slice(0, 1 - length).map((_, index) => letters.slice(index, index + length).join(''));
}

function stemOf(word: string): readonly string[] {
  if (LITTLE_WORDS.has(word)) return [];
  const bare = word.replace(ARABIC_ARTICLE, '');
  const singular = /[^s]s$/u.test(bare) && bare.length > 3 ? bare.slice(0, -1) : bare;
  if (LITTLE_WORDS.has(singular)) return [];
  const letters = [...singular];
  return letters.length < 2 ? [] : [letters.slice(0, STEM).join('')];
}

/** Whether two ideas are close enough for their authors to hear of each other. */
export function areAlike(one: readonly string[], other: readonly string[]): boolean {
  const common = inCommon(one, other);
  const [less, more] = [weightOf(one), weightOf(other)].toSorted((a, b) => a - b);
  if (common === 0 || less === undefined || more === undefined) return false;
  if (common === less && more <= 3 * less) return true;
  return common >= 2 && ((2 * common) / (less + more) >= 0.45 || (common / less >= 0.6 && more <= 4 * less));
}

/** Whether a story may be about an idea: it says a good part of what the idea says. */
export function speaksOf(story: readonly string[], idea: readonly string[]): boolean {
  const common = inCommon(story, idea);
  return common >= 2 && common / weightOf(idea) >= 0.4;
}

/** How much two texts have in common; a piece of a word counts half. */
export function inCommon(one: readonly string[], other: readonly string[]): number {
  const said = new Set(other);
  return weightOf(one.filter((term) => said.has(term)));
}

function weightOf(terms: readonly string[]): number {
  return terms.reduce((sum, term) => sum + (PART_OF_A_WORD.test(term) ? 0.5 : 1), 0);
}
