import type { Card } from './card.ts';

// What Herald asks of Teams, and how Teams asks something of Herald: the whole of it. Behind it stand
// the SDK for what is heard (door.ts, one-of-each.ts and cloud.ts, and nowhere else), and connector.ts for what is said.

/** A conversation: a channel, one of its threads, a group chat, or the chat with one person. */
export type Talk = { readonly serviceUrl: string; readonly conversation: string };

export type Message = {
  readonly card: Card | null;
  /** Shown alone when there is no card. */
  readonly text: string;
  /** One line, for notifications. */
  readonly summary: string;
};

/** A file that somebody is asked to take. `context` comes back with what they say. */
export type FileOffer = {
  readonly name: string;
  readonly description: string;
  readonly size: number;
  readonly context: string;
};

/** A file in somebody's OneDrive. */
export type FileThere = { readonly name: string; readonly address: string; readonly id: string; readonly type: string };

/** A page of a conversation's people, as Teams tells of them. */
export type Roster = { readonly members: readonly unknown[]; readonly next: string | null };

/** What stands after a post: where exactly, and which message. */
export type Posted = { readonly conversation: string; readonly id: string };

/** The answer to an invoke, as its body; or null for what wants no answer. */
export type InvokeAnswer = { readonly status: number; readonly body?: unknown };

/** What Teams hears of an activity. */
export type Heard = { readonly status: number; readonly body?: unknown };

/** Calls reject with TeamsRefused or TeamsUnheard, and are never repeated by themselves. */
export interface TeamsService {
  /**
   * Checks who sends an activity, and has it handled if it is Teams. Never rejects for what it was sent; rejects with
   * what `handle` rejects with.
   */
  hear(
    authorization: string,
    activity: Readonly<Record<string, unknown>>,
    handle: () => Promise<InvokeAnswer | null>,
  ): Promise<Heard>;
  post(talk: Talk, message: Message): Promise<Posted>;
  /** A message of its own in a channel, beginning a thread. */
  postInChannel(talk: Talk, message: Message): Promise<Posted>;
  /** Asks whether a file may be put into somebody's OneDrive, in their own chat alone; what they say comes as an invoke. */
  offerFile(talk: Talk, offer: FileOffer): Promise<Posted>;
  /** Shows a file that is there. */
  showFile(talk: Talk, file: FileThere): Promise<Posted>;
  edit(talk: Talk, id: string, message: Message): Promise<void>;
  remove(talk: Talk, id: string): Promise<void>;
  /** Shows that an answer is coming. */
  typing(talk: Talk): Promise<void>;
  /** The chat with a person, begun when there is none; the same each time. */
  chatWith(serviceUrl: string, user: string): Promise<string>;
  roster(talk: Talk, next: string | null): Promise<Roster>;
  /** One person of a conversation, by Teams' own id or the directory's. */
  member(talk: Talk, user: string): Promise<unknown>;
  /** The channels of a team. */
  channels(serviceUrl: string, team: string): Promise<unknown>;
}
