import type { GuessedHero } from '../views.ts';
import { type Colleague, namesMeant } from './names-meant.ts';
import type { Person } from './organization.ts';
import { named } from './story-heroes.ts';

type Told = { readonly words: string; readonly customer: { readonly name: string | null } };

/** A customer says early whom they thank; a longer text is a thread of mails, with everybody's names in it. */
const READ = 20_000;
/** More who might be meant help nobody to choose. */
const MOST_UNSURE = 6;

/**
 * Colleagues named in a customer's words. Sure is their name as the directory has it: a full name, or a first name that
 * only one colleague has, as whole words that begin with a capital where the script has capitals; so "mark" the verb is
 * nobody. A nickname, a slip of one letter, a family name alone, and a name that several colleagues or the customer
 * have, may mean them: they carry the word that was said. Two people are never merged.
 */
export function guessHeroes({ words, customer }: Told, people: readonly Person[]): readonly GuessedHero[] {
  const said = nameWords(words.slice(0, READ));
  const text = ` ${said.join(' ')} `;
  const times = countOf(said);
  const customers = nameWords(customer.name ?? '');
  // Customers sign with their name; only said again it may be a colleague's.
  const isSignature = (word: string) => customers.includes(word) && times.get(word) === 1;
  const colleagues = people.filter((person) => person.kind === 'human' && person.active).map(asColleague);
  const namesakes = Map.groupBy(colleagues, ({ first }) => first);
  const doubles = Map.groupBy(colleagues, ({ whole }) => whole);
  const isSure = ({ whole, first }: Colleague) => {
    if (!times.has(first) || doubles.get(whole)?.length !== 1) return false;
    if (whole !== customers.join(' ') && text.includes(` ${whole} `)) return true;
    return first.length > 1 && namesakes.get(first)?.length === 1 && !customers.includes(first);
  };
  const sure = colleagues.filter(isSure);
  const used = new Set(sure.flatMap(({ whole }) => whole.split(' ')));
  const open = [...times.keys()].filter((word) => !used.has(word) && !isSignature(word));
  const unsure = namesMeant(open, colleagues).filter(({ colleague }) => !sure.includes(colleague));
  return [
    ...sure.map(({ person }) => ({ ...named(person), said: null })),
    ...unsure.slice(0, MOST_UNSURE).map(({ colleague, word }) => ({ ...named(colleague.person), said: word })),
  ];
}

function asColleague(person: Person): Colleague {
  const names = nameWords(person.name);
  return { person, whole: names.join(' '), first: names[0] ?? '', last: names.length > 1 ? (names.at(-1) ?? '') : '' };
}

function nameWords(text: string): readonly string[] {
  const words =
    text
      .normalize('NFC')
      .replaceAll('’', "'")
      .match(/[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*/gu) ?? [];
  return words.map((word) => word.replace(/'s$/, ''));
}

function countOf(words: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return times;
}
