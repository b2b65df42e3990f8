// What the core asks of the outside, and what it promises to it.

import type { Command, ForwardedMail, Instant, Place, Platform, Question, Week } from './commands.ts';
import type { Digest, Praise, Refusal, Story, View, Win } from './views.ts';

/** The use cases. */
export interface Core {
  /**
   * Decides a command and resolves once its facts, its reply and its announcements are durable. A repeated key gets
   * the first reply. A "no" is a returned Refusal; it throws LedgerUnavailable when nothing could be stored.
   */
  handle(command: Command): Promise<View>;
  /** Looks something up, changing nothing. */
  ask(question: Question): Promise<View>;
}

/** A door to one platform: reads what comes in, shows what goes out. */
export interface Adapter {
  readonly platform: Platform;
  /** Begins to take commands in; resolves when people can use it. */
  start(core: Core): Promise<void>;
  /**
   * Shows a view at its place and resolves when the platform has it; with a `standing` receipt it edits that message
   * instead. Throws DeliveryError when it could not.
   */
  deliver(delivery: Delivery): Promise<Receipt>;
  /** Takes nothing new in, finishes what it began, and resolves. */
  stop(): Promise<void>;
}

/** Where an adapter finds the addressee: a channel of its platform or one of its users. */
export type Address = { readonly connection: string; readonly channel: string } | { readonly connection: string; readonly user: string };

export type Delivery = {
  /** The same for every try at the same message; a platform may keep it to recognise a repetition. */
  readonly id: string;
  readonly to: Address;
  readonly view: View;
  /** What the platform said of this message when it was posted, if it was. */
  readonly standing: Receipt | null;
  /** True when an earlier process died while trying: the message may already be there. */
  readonly uncertain: boolean;
};

/** What a platform says of a message: enough to edit it later. JSON-safe; only its own adapter looks inside. */
export type Receipt = { readonly [field: string]: string | readonly string[] };

/** A delivery that did not happen. `retryAt` is the platform's own wish; `fatal` means that trying again is no use. */
export class DeliveryError extends Error {
  readonly retryAt: Instant | null;
  readonly fatal: boolean;
  constructor(message: string, options: { retryAt?: Instant; fatal?: boolean; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'DeliveryError';
    this.retryAt = options.retryAt ?? null;
    this.fatal = options.fatal ?? false;
  }
}

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

// What follows is between the core and its ledger.

export type Person = {
  readonly id: string;
  readonly organization: string;
  readonly name: string;
  readonly email: string | null;
  readonly kind: 'human' | 'bot';
  readonly manager: boolean;
  readonly admin: boolean;
};
