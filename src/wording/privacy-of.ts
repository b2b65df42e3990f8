import type { Footprint, OwnWords } from '../privacy.ts';
import { count, joinNames } from './names.ts';
import { ownWords } from './privacy.ts';

/** What is kept about a person, for whoever runs Herald. */
export function privacyOf(name: string, hidden: boolean, footprint: Footprint): readonly string[] {
  const { about, told, ideas, obstacles, lookedAfter, hands, waitsOn, waiting } = footprint;
  const kept = (
    [
      [about, 'story about them', 'stories about them'],
      [told, 'story told by them', 'stories told by them'],
      [ideas, 'idea of theirs', 'ideas of theirs'],
      [obstacles, 'obstacle that they reported', 'obstacles that they reported'],
      [lookedAfter, 'idea or obstacle that they look after', 'ideas and obstacles that they look after'],
      [hands, 'hand that they lend', 'hands that they lend'],
      [waitsOn, 'obstacle of others that they wait on', 'obstacles of others that they wait on'],
      [waiting, 'customer’s words that wait for them', 'customers’ words that wait for them'],
    ] as const
  ).flatMap(([many, one, several]) => (many > 0 ? [count(many, one, several)] : []));
  return [
    hidden
      ? `${name} is not named where others read: stories say “a colleague”.`
      : `${name} is named in stories that everyone may read.`,
    kept.length === 0
      ? 'Herald keeps only who they are in each chat.'
      : `Herald keeps ${joinNames(kept)}; and who they are in each chat.`,
  ];
}

/** Before their words are taken back. */
export function takingBackOf(name: string, own: OwnWords): string {
  return [
    `Take back the ${joinNames(ownWords(own))} of ${name}? Wherever that stands, it goes, and Herald keeps nothing of the words.`,
    ...(own.stories > 0 ? ['Customers’ words that they brought wait in the inbox again, without their notes.'] : []),
    ...(own.obstacles > 0 ? ['An obstacle that others reported too stays, without them.'] : []),
  ].join('\n');
}

export function takenBackOf(name: string, own: OwnWords): string {
  return `The ${joinNames(ownWords(own))} of ${name} ${own.stories + own.ideas + own.obstacles === 1 ? 'is' : 'are'} taken back; nothing of the words is left in the database file.`;
}
