import type { Digest, Win } from '../../src/views.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { toldHeadline } from '../../src/wording/story-headlines.ts';
import { type Block, mentions, says } from './blocks.ts';
import { fitting } from './fitting.ts';
import { SENTENCE_TEXT } from './limits.ts';
import type { Seen } from './seen.ts';

/** What stands above each story of an issue. Whoever is mentioned is so once, above the first of their stories. */
export function headlines(digest: Digest, seen: Seen): (win: Win, limit?: number) => Block {
  const firstOf = new Map<string, string>();
  for (const { id, heroes } of [...digest.inFull, ...digest.inALine]) {
    for (const { person } of heroes) if (!firstOf.has(person)) firstOf.set(person, id);
  }
  return (win, limit = SENTENCE_TEXT) => {
    const mentionOf = (person: string) => (firstOf.get(person) === win.id ? seen.mentionOf(person) : null);
    return headlineOf(win, { ...seen, mentionOf }, limit);
  };
}

/** Stands for each of them while the sentence is made and cut. What people wrote keeps none. */
const SIGN = '\u{f0000}';

function headlineOf(win: Win, { timeZone, mentionOf }: Seen, limit: number): Block {
  const users = win.heroes.map(({ person }) => mentionOf(person)).filter((user) => user !== null);
  if (users.length === 0) return says(fitting(toldHeadline(win, plainPen(timeZone)), limit));
  const { heroes, teller, customer } = win;
  const signed = {
    ...win,
    heroes: heroes.map((hero) => ({ ...hero, name: mentionOf(hero.person) === null ? unsigned(hero.name) : SIGN })),
    teller: { ...teller, name: unsigned(teller.name) },
    customer: customer === null ? null : unsigned(customer),
  };
  const [first = '', ...rest] = fitting(toldHeadline(signed, plainPen(timeZone)), limit).split(SIGN);
  // The sentence has its heroes in their order, and is cut at its end.
  return mentions([first, ...rest.flatMap((text, index) => [{ user: users[index] ?? '' }, text])]);
}

function unsigned(text: string): string {
  return text.replaceAll(SIGN, '');
}
