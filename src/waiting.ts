// What the ledger keeps until it is shown or decided.

import type { Instant, Place } from './commands.ts';
import type { RawCommand } from './raw-command.ts';
import type { Announcement } from './recognition/decision.ts';
import type { View } from './views.ts';

/** What a platform says of a message: enough to edit it later. JSON-safe; only its own adapter looks inside. */
export type Receipt = { readonly [field: string]: string | readonly string[] };

/** A claimed delivery, with what is needed to make it and to say what became of it. */
export type WaitingDelivery = {
  readonly id: string;
  readonly organization: string;
  readonly place: Place;
  readonly view: View;
  /** Which wording of the message this is; a newer one may come while it is delivered. */
  readonly revision: number;
  readonly standing: Receipt | null;
  readonly uncertain: boolean;
  /** This try's number, from 1. */
  readonly attempts: number;
};

/** What waits to be shown. Every change is durable when its promise resolves. */
export interface Outbox {
  /** Claims what is due: at most one message a place, its oldest, longest due first, at most `limit`. */
  claim(now: Instant, limit: number): Promise<readonly WaitingDelivery[]>;
  delivered(delivery: WaitingDelivery, receipt: Receipt): Promise<void>;
  /** Keeps what stands of it by now; it stays claimed. */
  standsSoFar(delivery: WaitingDelivery, receipt: Receipt): Promise<void>;
  /** To be tried again then; with `mayBeThere` as uncertain, and so it stays until it is delivered. */
  postponed(delivery: WaitingDelivery, until: Instant, trouble: string, mayBeThere: boolean): Promise<void>;
  /** Keeps it until a lost connection of its organization is open again; with `mayBeThere` as uncertain. */
  parked(delivery: WaitingDelivery, mayBeThere: boolean): Promise<void>;
  /** Keeps it until an admin says whether to post it, and stores who is asked. Later wordings wait with it. */
  unconfirmed(delivery: WaitingDelivery, trouble: string, tell: readonly Announcement[], at: Instant): Promise<void>;
  /** Stops trying, and stores who is told of it. */
  givenUp(delivery: WaitingDelivery, trouble: string, tell: readonly Announcement[], at: Instant): Promise<void>;
  /** Puts what a process that died had claimed back, marked as uncertain. Resolves to how many. */
  releaseClaims(): Promise<number>;
  /** How many messages wait. */
  waiting(): Promise<number>;
}

/** A raw command that waits to be decided, or whose asker waits to be answered. */
export type WaitingCommand = {
  readonly organization: string;
  readonly raw: RawCommand;
  /** Null until it is decided. */
  readonly reply: View | null;
  /** This try's number, from 1; counted anew once it is decided. */
  readonly attempts: number;
};

/** Raw commands and what became of them. Every change is durable when its promise resolves. */
export interface Received {
  /** Keeps it once. Resolves to the key's first reply when it is decided already, else to null. */
  keep(organization: string, raw: RawCommand): Promise<View | null>;
  /** What is due, oldest first, at most `limit`. */
  due(now: Instant, limit: number): Promise<readonly WaitingCommand[]>;
  postponed(waiting: WaitingCommand, until: Instant): Promise<void>;
  /** Whoever asked has the reply: only the key and the reply are kept. */
  answered(waiting: WaitingCommand): Promise<void>;
}
