import type { Named } from '../views.ts';
import { colleagues } from './nobody.ts';
import { namesOf, textWithout } from './without-name.ts';

/** Somebody who shall not be named, and who stands in their place. */
export type Gone = {
  readonly person: string;
  readonly name: string;
  /** Mail addresses and platforms' own user ids. */
  readonly accounts: readonly string[];
  readonly instead: Named;
};

/** Herald's own words and ids: nobody's name stands there. */
const OWN = new Set(['type', 'id', 'kind', 'lane', 'voice', 'audience', 'status', 'state', 'at', 'key', 'connection']);

/**
 * Facts as JSON without these people: whoever stands in their place is named instead, those who are only listed leave
 * the list, and their names are taken out of what people wrote, a first name alone only where it is said of them. The
 * notes that they wrote beside customers' words go.
 */
export function withoutPeople<T>(value: T, gone: readonly Gone[]): T {
  return gone.length === 0 ? value : (rewritten(value, { gone, about: [], others: [] }) as T);
}

type Around = {
  readonly gone: readonly Gone[];
  /** Those of them whom this part is about or by. */
  readonly about: readonly Gone[];
  /** Parts of names that may mean somebody else here. */
  readonly others: readonly string[];
};

function rewritten(value: unknown, around: Around): unknown {
  if (typeof value === 'string') return rewrittenText(value, around);
  if (Array.isArray(value)) return rewrittenList(value, around);
  if (typeof value !== 'object' || value === null) return value;
  const named = instead(value, around);
  if (named) return named;
  const within = aboutWhom(value, around);
  const noted = 'note' in value && 'forwarder' in value && instead(value.forwarder, around) !== undefined;
  return Object.fromEntries(
    Object.entries(noted ? { ...value, note: '' } : value).map(([key, part]) => [
      key,
      OWN.has(key) && !isId(part, around) ? part : rewritten(part, within),
    ]),
  );
}

function rewrittenText(text: string, { gone, about, others }: Around): string {
  const same = gone.find(({ person }) => person === text);
  if (same) return same.instead.person;
  return gone.reduce((rest, one) => textWithout(rest, one, about.includes(one) ? others : null), text);
}

/** Several who are not named stand together as one; nobody stands there once. */
function rewrittenList(list: readonly unknown[], around: Around): readonly unknown[] {
  const kept = list.filter((part) => !isListed(part, around));
  const hidden = kept.filter((part) => instead(part, around) !== undefined);
  const first = instead(hidden[0], around);
  if (first === undefined) return kept.map((part) => rewritten(part, around));
  const shown = first.person === '' ? { ...first, name: colleagues(hidden.length) } : first;
  const isThereToo = (part: unknown) => isNamed(part) && part.person !== '' && part.person === shown.person;
  return kept.flatMap((part) => {
    if (part === hidden[0]) return [shown];
    return hidden.includes(part) || isThereToo(part) ? [] : [rewritten(part, around)];
  });
}

function instead(part: unknown, around: Around): Named | undefined {
  return isNamed(part) ? goneIn(part, around)?.instead : undefined;
}

/** Listed by an account or as a guess, and no part of what happened. */
function isListed(part: unknown, around: Around): boolean {
  if (typeof part === 'string') {
    const folded = part.toLowerCase();
    return around.gone.some(({ accounts }) => accounts.some((account) => account.toLowerCase() === folded));
  }
  if (typeof part !== 'object' || part === null || !goneIn(part, around)) return false;
  return 'said' in part || 'user' in part;
}

function goneIn(value: object, { gone }: Around): Gone | undefined {
  return 'person' in value ? gone.find(({ person }) => person === value.person) : undefined;
}

function isId(part: unknown, { gone }: Around): boolean {
  return gone.some(({ person }) => person === part);
}

function isNamed(value: unknown): value is Named {
  return typeof value === 'object' && value !== null && 'person' in value && 'name' in value;
}

function aboutWhom(value: object, around: Around): Around {
  const people = Object.values(value)
    .flatMap((part) => (Array.isArray(part) ? part : [part]))
    .filter(isNamed);
  const about = around.gone.filter(({ person }) => people.some((one) => one.person === person));
  if (about.length === 0) return around;
  const customer = 'customer' in value && typeof value.customer === 'string' ? [value.customer] : [];
  const others = people.filter(({ person }) => !about.some((one) => one.person === person)).map(({ name }) => name);
  return {
    gone: around.gone,
    about: [...new Set([...around.about, ...about])],
    others: [...around.others, ...namesOf([...others, ...customer])],
  };
}
