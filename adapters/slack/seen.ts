import type { Named } from '../../src/views.ts';
import type { Block } from './blocks.ts';

/** What has to be known to show a view. */
export type Seen = {
  readonly timeZone: string;
  /** `post` stands for all who are there; `answer` is for one person's eyes, with what they can do about it. */
  readonly as: 'post' | 'answer';
  /** Whether a pulse's picture follows by direct message. */
  readonly pictureFollows?: boolean;
  /** How Slack knows these people; null for somebody it does not know. */
  readonly userOf: (person: string) => string | null;
  /** The account of somebody who is mentioned here, and so notified; null for those who are named. */
  readonly mentionOf: (person: string) => string | null;
  /** Where stories can be read whole besides here, by their ids. */
  readonly wholeStories: ReadonlyMap<string, string>;
};

/** A view in Slack's form: blocks, and the whole of it as text for phones and screen readers. */
export type Shown = { readonly text: string; readonly blocks: readonly Block[] };

export function usersOf(people: readonly Named[], { userOf }: Pick<Seen, 'userOf'>): string[] {
  return people.flatMap(({ person }) => userOf(person) ?? []);
}
