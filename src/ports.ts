// What the core asks of the outside, and what it promises to it.

import type { Command, ForwardedMail, Identity, Instant, Platform } from './commands.ts';
import type { AskedOfLedger, Ledger, Reading } from './ledger.ts';
import type { Question } from './questions.ts';
import type { Json, RawCommand } from './raw-command.ts';
import type { StoryLinks } from './story-links.ts';
import type { Refusal, View } from './views.ts';
import type { Outbox, Receipt, Received, WaitingCommand, WaitingDelivery } from './waiting.ts';

export type {
  AskedOfLedger,
  Json,
  Ledger,
  Outbox,
  RawCommand,
  Reading,
  Receipt,
  Received,
  WaitingCommand,
  WaitingDelivery,
};

/** The use cases. */
export interface Core {
  /**
   * Decides a command and resolves once its facts, its reply and its announcements are durable. A repeated key gets
   * the first reply. A "no" is a returned Refusal; it throws LedgerUnavailable when nothing could be stored.
   */
  handle(command: Command): Promise<View>;
  /**
   * The same, unless somebody in the command is not known yet: then it decides nothing and resolves to null, so that its
   * platform can be asked who that is.
   */
  handleAmongKnown(command: Command): Promise<View | null>;
  /** Looks something up, changing nothing. */
  ask(question: Question): Promise<View>;
  /**
   * Keeps what somebody asked for until the resolver of its platform has completed it and it is decided; resolves once
   * that is durable. A key decided already gets its first reply, one that is kept already null. Throws
   * LedgerUnavailable when nothing could be stored.
   */
  receive(raw: RawCommand): Promise<View | null>;
  /**
   * All that is held about somebody, or for an admin all that their organization keeps, as JSON Lines in pieces; take it
   * to its end, or return it.
   */
  writeOut(by: Identity, what: 'all' | 'held'): Promise<Refusal | AsyncIterable<string>>;
  /**
   * The same mail without phone, card and account numbers. Praise that is handled is freed of them anyway; what waits in
   * a raw command must be so before it is received.
   */
  withoutNumbers(mail: ForwardedMail): Promise<ForwardedMail>;
}

/** Completes raw commands by asking their platform, and answers whoever asked. */
export interface Resolver {
  readonly platform: Platform;
  /**
   * Asks the platform what is missing (a user group's members, a typed name, whether a guest or a bot), makes people
   * known with `meet-people`, and resolves to the command to decide, under the raw command's key, or to the refusal to
   * answer with. Throws DeliveryError when the platform was not to be reached; it is asked again later.
   */
  complete(raw: RawCommand): Promise<Command | Refusal>;
  /**
   * Shows the reply to whoever asked; after a crash, perhaps a second time. Throws DeliveryError when it could not.
   */
  answer(raw: RawCommand, reply: View): Promise<void>;
}

/** A door to one platform: reads what comes in, shows what goes out. */
export interface Adapter {
  readonly platform: Platform;
  /** Begins to take commands in; resolves when people can use it. */
  start(core: Core): Promise<void>;
  /**
   * Shows a view at its place and resolves when the platform has it; with a `standing` receipt it edits that message
   * instead. What takes several posts may be kept after each by `standsSoFar`, which resolves once that is durable and
   * never rejects; the next try finds it `standing`. Throws DeliveryError when it could not.
   */
  deliver(delivery: Delivery, standsSoFar: (receipt: Receipt) => Promise<void>): Promise<Receipt>;
  /** Takes nothing new in, finishes what it began, and resolves. */
  stop(): Promise<void>;
}

/** A door that only takes in; what comes in is answered in a chat. */
export interface Intake {
  /** Begins to take in; resolves when it can. */
  start(core: Core): Promise<void>;
  /** Takes nothing new in, finishes what it began, and resolves. */
  stop(): Promise<void>;
}

/** Where an adapter finds the addressee: a channel of its platform or one of its users. */
export type Address =
  | { readonly connection: string; readonly channel: string }
  | { readonly connection: string; readonly user: string };

export type Delivery = {
  /** The same for every try at the same message; a platform may keep it to recognise a repetition. */
  readonly id: string;
  readonly to: Address;
  readonly view: View;
  /** What the platform said of this message when it was posted, if it was, or of as much of it as was. */
  readonly standing: Receipt | null;
  /** True when an earlier try was cut off or its outcome not heard: the message may already be there. */
  readonly uncertain: boolean;
  /** Where the stories of a digest can be read whole, where Herald has a public address. */
  readonly wholeStories: StoryLinks;
};

/** A delivery that did not happen, or of which nobody can say whether it did. */
export class DeliveryError extends Error {
  /** The platform's own wish. */
  readonly retryAt: Instant | null;
  /** Trying again is no use. */
  readonly fatal: boolean;
  /** The platform may have taken it all the same (a time-out): the next try is marked `uncertain`. */
  readonly mayBeThere: boolean;
  /** An uncertain message cannot be looked for: no more tries; an admin looks and decides. */
  readonly outcomeUnknown: boolean;
  constructor(message: string, options: DeliveryFault = {}) {
    super(message, { cause: options.cause });
    this.name = 'DeliveryError';
    this.retryAt = options.retryAt ?? null;
    this.fatal = options.fatal ?? false;
    this.mayBeThere = options.mayBeThere ?? false;
    this.outcomeUnknown = options.outcomeUnknown ?? false;
  }
}

type DeliveryFault = {
  readonly retryAt?: Instant;
  readonly fatal?: boolean;
  readonly mayBeThere?: boolean;
  readonly outcomeUnknown?: boolean;
  readonly cause?: unknown;
};

/** Takes mail apart. Resolves to what it says, or to the refusal that a person should read; never throws on input. */
export interface MailReader {
  read(raw: Uint8Array): Promise<ReadMail | Refusal>;
}

export type ReadMail = {
  readonly type: 'mail';
  /** The one From mailbox of the outer mail: who forwarded it. */
  readonly from: { readonly name: string | null; readonly email: string } | null;
  readonly mail: ForwardedMail;
};

/** Tells the time; everything in Herald that needs it asks here. */
export interface Clock {
  now(): Instant;
}

/** Nothing could be stored now. The message is for an operator; people get `not-stored-yet`. */
export class LedgerUnavailable extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'LedgerUnavailable';
  }
}
