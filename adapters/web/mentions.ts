import type { Named, PersonShown, Refusal } from '../../src/views.ts';

/** Typed words after the command, with those whom they mention first taken out. */
export type Mentions =
  | { readonly people: readonly PersonShown[]; readonly words: string }
  | { readonly refusal: Refusal };

/** More words than any name in the sample company has; a typed name is looked for no further. */
const NAME_WORDS = 5;
const NAME_LENGTH = 400;
/** More than fit into one story: what follows is read as words, so that no text takes long to read. */
const MENTIONS_READ = 100;

/**
 * Whom a text is about. Names that begin it ("@Ana and @Ben Okafor stayed late") are taken out; when none does, those
 * within it count and stay ("Thanks to @Ana!" becomes "Thanks to Ana!"). A name is known by its whole, by its user
 * name, or by a part that fits one person.
 */
export function readMentions(text: string, people: readonly PersonShown[]): Mentions {
  const heroes: PersonShown[] = [];
  let rest = text.trim();
  while (rest.startsWith('@') && heroes.length < MENTIONS_READ) {
    const found = nameAt(rest, people);
    if ('refusal' in found) return found;
    heroes.push(found.person);
    rest = rest
      .slice(found.length)
      .replace(/^[\s,;:]+/, '')
      .replace(/^(?:and|&|\+)\s+(?=@)/i, '');
  }
  return heroes.length > 0 ? { people: [...new Set(heroes)], words: rest } : mentionsWithin(rest, people);
}

function mentionsWithin(text: string, people: readonly PersonShown[]): Mentions {
  const heroes: PersonShown[] = [];
  let looked = 0;
  const words = text.replace(/(?<=^|[\s(“"'])@(?=\p{L})/gu, (sign, at: number) => {
    looked += 1;
    const found = looked > MENTIONS_READ ? null : nameAt(text.slice(at, at + NAME_LENGTH), people);
    if (found === null || 'refusal' in found) return sign;
    heroes.push(found.person);
    return '';
  });
  return { people: [...new Set(heroes)], words };
}

type Found = { readonly person: PersonShown; readonly length: number } | { readonly refusal: Refusal };

/** Whose name stands at the beginning of a text, after the @; the longest name that fits wins. */
function nameAt(text: string, people: readonly PersonShown[]): Found {
  const parts = [...text.slice(1, NAME_LENGTH).matchAll(/[\p{L}\p{M}\p{N}_'’.-]+/gu)].slice(0, NAME_WORDS);
  let ambiguous: readonly PersonShown[] = [];
  for (let many = parts.length; many > 0; many -= 1) {
    const last = parts[many - 1];
    if (last === undefined) continue;
    const typed = text.slice(1, 1 + last.index + last[0].length);
    for (const spelling of [typed, typed.replace(/['’]s$|[.'’-]+$/u, '')]) {
      const fitting = peopleCalled(spelling, people);
      const [person] = fitting;
      if (person && fitting.length === 1) return { person, length: 1 + spelling.length };
      if (fitting.length > 1) ambiguous = fitting;
    }
  }
  const name = (parts[0]?.[0] ?? text.slice(1, 40)).trim();
  if (ambiguous.length === 0) return { refusal: { type: 'refusal', reason: 'person-unknown', name } };
  return { refusal: { type: 'refusal', reason: 'name-ambiguous', name, people: ambiguous.map(named) } };
}

function peopleCalled(typed: string, people: readonly PersonShown[]): readonly PersonShown[] {
  const wanted = folded(typed);
  if (wanted === '') return [];
  const exactly = people.filter((person) => folded(person.name) === wanted || folded(person.user) === wanted);
  if (exactly.length > 0) return exactly;
  return people.filter((person) => folded(person.name).split(' ').includes(wanted));
}

/** Without accents, capitals and extra space: "@chloe" finds "Chloé". */
function folded(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

function named({ person, name }: PersonShown): Named {
  return { person, name };
}
