// What the core asks of the outside, and what it promises to it.

import type { Command, ForwardedMail, Identity, Instant, Place, Platform, Question, Week } from './commands.ts';
import type { Decision } from './recognition/decision.ts';
import type { UntoldWin } from './recognition/digest.ts';
import type { Organization, Person, PlannedDigest } from './recognition/organization.ts';
import type { Digest, Praise, Refusal, Story, View } from './views.ts';

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
export type Address =
  | { readonly connection: string; readonly channel: string }
  | { readonly connection: string; readonly user: string };

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

/**
 * What can be read of the ledger, inside a transaction or beside it. Nothing here writes. Every answer is limited to
 * one organization: that of the person or connection it is asked with.
 */
export interface Reading {
  person(identity: Identity): Promise<Person | null>;
  personById(id: string): Promise<Person | null>;
  personByEmail(organization: string, email: string): Promise<Person | null>;
  people(organization: string): Promise<readonly (Person & { readonly user: string })[]>;
  organization(id: string): Promise<Organization | null>;
  organizations(): Promise<readonly Organization[]>;
  connectionOrganization(connection: string): Promise<string | null>;
  story(organization: string, id: string): Promise<Story | null>;
  lastStoryBy(teller: Person): Promise<Story | null>;
  /** Stories with exactly these words that this teller told since then. */
  storiesInTheseWords(teller: Person, words: string, since: Instant): Promise<readonly Story[]>;
  storiesAbout(person: Person, limit: number): Promise<readonly Story[]>;
  storiesToldBy(person: Person, limit: number): Promise<readonly Story[]>;
  cheeredBy(story: string, person: string): Promise<boolean>;
  /** The digest that tells this story, with all that it tells now; null when none does. */
  digestTelling(
    organization: string,
    story: string,
  ): Promise<{ readonly planned: PlannedDigest; readonly digest: Digest } | null>;
  praise(organization: string, id: string): Promise<Praise | null>;
  praiseByFingerprint(organization: string, fingerprints: readonly string[]): Promise<Praise | null>;
  waitingPraise(person: Person, limit: number): Promise<{ readonly praise: readonly Praise[]; readonly more: number }>;
  digestOfWeek(organization: string, week: Week): Promise<PlannedDigest | null>;
  lastDigestBefore(organization: string, week: Week): Promise<PlannedDigest | null>;
  /** Wins that no digest has told yet, public, oldest first; with those held and those not settled. */
  untoldWins(organization: string): Promise<readonly UntoldWin[]>;
  clockAhead(): Promise<number>;
  feed(
    place: Place,
    limit: number,
  ): Promise<readonly { readonly id: string; readonly at: Instant; readonly view: View }[]>;
}

/** Keeps everything, once. */
export interface Ledger {
  /**
   * In one durable transaction: answers from the key's first reply when there is one; otherwise runs `decide` and
   * stores its facts, reply and announcements. Commands run strictly one after another. Throws LedgerUnavailable
   * when it could not be stored within `patience` (default 2 s).
   */
  decide(organization: string, key: string, decide: (read: Reading) => Promise<Decision>): Promise<View>;
  /** Reads beside the writer, seeing only what is durable. */
  read: Reading;
  /** Finds public stories by their words, best first, off the main thread. */
  search(organization: string, words: string, limit: number): Promise<readonly Story[]>;
  /** Calls back after each commit that left announcements waiting. */
  onAnnounced(listener: () => void): void;
}

/** Nothing could be stored now. The words of `message` are for an operator; people get `not-stored-yet`. */
export class LedgerUnavailable extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'LedgerUnavailable';
  }
}
