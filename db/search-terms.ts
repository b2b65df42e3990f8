import { type Statements, text } from './database.ts';

/** What a person looks for, word by word. */
export type Terms = {
  /** Found in the full-text index, by their beginning. */
  readonly indexed: readonly string[];
  /** Of scripts that set no spaces between words: the index has whole sentences as one word, so they are looked for within. */
  readonly within: readonly string[];
};

const MOST_TERMS = 16;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export function termsIn(words: string): readonly string[] {
  const terms = words.normalize('NFC').match(/[\p{L}\p{N}\p{M}ー]+/gu) ?? [];
  return terms.slice(0, MOST_TERMS);
}

export function sorted(terms: readonly string[]): Terms {
  return {
    indexed: terms.filter((term) => !UNSPACED.test(term)),
    within: terms.filter((term) => UNSPACED.test(term)),
  };
}

/** Each word as a quoted prefix, so that nothing a person types is an operator. https://www.sqlite.org/fts5.html */
export function matchAll(indexed: readonly string[]): string {
  return indexed.map((term) => `"${term}"*`).join(' ');
}

/** A term that begins more names than that is hardly meant as one. */
const MOST_NAMESAKES = 50;

/** For each of the terms, the people whom it may name; only those terms that name somebody. */
export async function peopleNamed(
  handle: Statements,
  organization: string,
  terms: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await handle.all(
    `SELECT id, name FROM people WHERE organization = ? AND unnamed = 0
       AND id NOT IN (SELECT nobody FROM organizations WHERE nobody IS NOT NULL)`,
    organization,
  );
  const people = rows.map((row) => ({ id: text(row, 'id'), name: folded(text(row, 'name')) }));
  const named = terms.map((term) => {
    const sought = folded(term);
    const begins = UNSPACED.test(term) ? sought : ` ${sought}`;
    return [term, people.filter(({ name }) => ` ${name}`.includes(begins)).map(({ id }) => id)] as const;
  });
  return new Map(named.filter(([, ids]) => ids.length > 0 && ids.length <= MOST_NAMESAKES));
}

/** As the index has words: without marks, in small letters. */
function folded(name: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return letters.replace(/[^\p{L}\p{N}]+/gu, ' ');
}
