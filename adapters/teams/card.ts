import type { Json } from '../../src/ports.ts';

/** An Adaptive Card, version 1.5, as JSON. */
export type Card = { readonly type: 'AdaptiveCard'; readonly version: '1.5'; readonly [field: string]: Json };

/**
 * A view in Teams' form. `text` is the whole of it for phones and screen readers: it goes along as the card's
 * `fallbackText` too. `summary` is one line, for notifications.
 */
export type Shown = { readonly card: Card; readonly text: string; readonly summary: string };

/** Somebody in a list: the id that Teams knows them by, and a name to show. */
export type Chosen = { readonly user: string; readonly name: string };

/** What has to be known to show a view. */
export type Seen = {
  readonly timeZone: string;
  /** `post` stands for all who are there; `answer` is for whoever asked, with what they can do about it. */
  readonly as: 'post' | 'answer';
  /** In a message buttons are `Action.Execute`; in a dialog of the message extension they are `Action.Submit`. */
  readonly surface: 'message' | 'dialog';
  /** How Teams knows these people; null for somebody it does not know, who is then shown by name. */
  readonly userOf: (person: string) => string | null;
  /** Some whom a form offers without anything typed: those of the conversation; empty when they are too many. */
  readonly colleagues: readonly Chosen[];
  /** Channels in which the digest can be posted, for the settings; empty where nobody asks. */
  readonly channels: readonly { readonly channel: string; readonly name: string }[];
  /** The company's touchpoints by name, and the one that a story's words may mean; empty where nobody asks. */
  readonly places: { readonly named: readonly string[]; readonly suggested: string | null };
  /** Where stories can be read whole besides here, by their ids. */
  readonly wholeStories: ReadonlyMap<string, string>;
  /** Teams that can have a pulse of their own, for the settings. */
  readonly groups?: {
    readonly offered: readonly { readonly group: string; readonly name: string }[];
    readonly chosen: readonly string[];
  };
  /** A pulse's, as a data URI, where one is shown. */
  readonly picture?: string | null;
  /** True once Teams found the message too big: far fewer words, and a way to read on. */
  readonly short: boolean;
};
