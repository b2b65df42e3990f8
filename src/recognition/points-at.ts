import { guessHeroes } from './guess-heroes.ts';
import type { Person } from './organization.ts';

/** First names that are words as well, or months: alone, they are nobody. */
const WORDS_TOO = new Set(
  `amber angel april art august bill carol chance charity christian daisy dawn destiny dot drew earl eve faith frank
   gene glen grace grant guy hazel heather hope iris ivy jack jade jean joy june lance lily lucky mark mason max may
   melody mercy miles nick norm olive pat patience penny pepper pearl poppy porter ray rich rob robin rose ruby rusty
   sage sandy sky stone summer sunny sue ted tucker victor violet wade ward will win wren`.split(/\s+/),
);

const AT_NAME = /(?<![\p{L}\p{N}./])@(\p{L}[\p{L}\p{M}'’-]*)/gu;

/**
 * The colleagues whom words point at: by their whole name as the directory has it, or by a first name that only one
 * colleague has; behind an @ it may be in small letters. What stands in the way is asked for, never who.
 */
export function pointedAt(words: string, people: readonly Person[]): readonly Person[] {
  const byFirstName = new Set(
    guessHeroes({ words, customer: { name: null } }, people).flatMap(({ person, said }) =>
      said === null ? person : [],
    ),
  );
  const behindAt = new Set([...words.matchAll(AT_NAME)].map(([, name = '']) => fold(name)));
  const text = ` ${wordsOf(words).join(' ')} `;
  return people.filter((person) => {
    const first = fold(person.name.split(/\s+/)[0] ?? '');
    if (behindAt.has(first)) return true;
    const whole = wordsOf(person.name);
    if (whole.length > 1 && text.includes(` ${whole.join(' ')} `)) return true;
    return byFirstName.has(person.id) && !WORDS_TOO.has(first);
  });
}

function wordsOf(text: string): readonly string[] {
  return (
    fold(text)
      .match(/[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*/gu)
      ?.map((word) => word.replace(/'s$/, '')) ?? []
  );
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('’', "'");
}
