import type { Named } from '../views.ts';
import type { Person } from './organization.ts';
import { named } from './story-heroes.ts';

/**
 * Colleagues whose names stand in the words: a full name, or a first name that only one colleague has. Exact, as whole
 * words that begin with a capital where the script has capitals; so "mark" the verb is nobody. Two are never merged.
 */
export function guessHeroes(words: string, people: readonly Person[]): readonly Named[] {
  const text = ` ${wordsOf(words).join(' ')} `;
  const humans = people.filter((person) => person.kind === 'human' && person.active);
  const firstNames = Map.groupBy(humans, (person) => firstName(person.name));
  return humans
    .filter((person) => {
      const whole = wordsOf(person.name).join(' ');
      if (whole !== '' && text.includes(` ${whole} `)) return true;
      const first = firstName(person.name);
      return first.length > 1 && firstNames.get(first)?.length === 1 && text.includes(` ${first} `);
    })
    .map(named);
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .replaceAll('’', "'")
      .match(/[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*/gu)
      ?.map((word) => word.replace(/'s$/, '')) ?? []
  );
}

function firstName(name: string): string {
  return wordsOf(name)[0] ?? '';
}
