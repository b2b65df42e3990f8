// What the core asks of the outside, and what it promises to it.

import type { Command, ForwardedMail, Identity, Instant, MessageId, Place, Platform, Week } from './commands.ts';
import type { IdeaReading } from './idea-reading.ts';
import type { ObstacleReading } from './obstacles.ts';
import type { PeopleReading } from './people-reading.ts';
import type { PrivacyLedger, PrivacyReading } from './privacy-reading.ts';
import type { PulseReading } from './pulse.ts';
import type { Question } from './questions.ts';
import type { Json, RawCommand } from './raw-command.ts';
import type { UndecidedStory } from './recognition/call-off.ts';
import type { Decision } from './recognition/decision.ts';
import type { UntoldWin } from './recognition/digest.ts';
import type { KnownNomination } from './recognition/nominate.ts';
import type { Organization, Person, PlannedDigest } from './recognition/organization.ts';
import type { UnconfirmedDelivery } from './recognition/post-again.ts';
import type { Unreminded } from './recognition/remind-inboxes.ts';
import type { TellingDigest } from './recognition/revise-digest.ts';
import type { StoryLinks } from './story-links.ts';
import type { TouchpointReading } from './touchpoints.ts';
import type { KeptAddress, Post, Praise, Refusal, Story, View, Win } from './views.ts';
import type { Outbox, Receipt, Received, WaitingCommand, WaitingDelivery } from './waiting.ts';
import type { Wall } from './wall.ts';

export type { Json, Outbox, RawCommand, Receipt, Received, WaitingCommand, WaitingDelivery };

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

// What follows is between the core and its ledger.

/**
 * What can be read of the ledger, inside a transaction or beside it. Nothing here writes. Every answer is limited to
 * one organization: that of the person, connection or id it is asked with.
 */
export interface Reading extends PeopleReading, ObstacleReading, TouchpointReading, IdeaReading, PrivacyReading {
  organization(id: string): Promise<Organization | null>;
  organizations(): Promise<readonly Organization[]>;
  connectionOrganization(connection: string): Promise<string | null>;
  /** Whether Herald was thrown out of this connection. */
  isLost(connection: string): Promise<boolean>;
  /** What was kept of how to reach things on a connection. */
  addresses(connection: string): Promise<readonly KeptAddress[]>;
  /** How far a sample organization's clock is ahead of real time, in milliseconds. */
  clockAhead(organization: string): Promise<number>;
  story(organization: string, id: string): Promise<Story | null>;
  /** Stories in exactly these words that this teller told since then. */
  storiesInTheseWords(teller: Person, words: string, since: Instant): Promise<readonly Story[]>;
  /** Newest first. */
  storiesAbout(person: Person, limit: number): Promise<readonly Story[]>;
  /** Newest first. */
  storiesToldBy(teller: Person, limit: number): Promise<readonly Story[]>;
  cheeredBy(story: string, person: string): Promise<boolean>;
  /** The digest that tells this story or told it once; null when none ever did. */
  digestTelling(organization: string, story: string): Promise<TellingDigest | null>;
  digestAsItStands(organization: string, id: string): Promise<TellingDigest | null>;
  /** The digest that tells that this obstacle is out of the way. */
  digestTellingObstacle(organization: string, obstacle: string): Promise<TellingDigest | null>;
  digestOfWeek(organization: string, week: Week): Promise<PlannedDigest | null>;
  lastDigestBefore(organization: string, week: Week): Promise<PlannedDigest | null>;
  /** The weeks from this one on that have a digest. */
  digestWeeks(organization: string, from: Week): Promise<readonly Week[]>;
  /** Public wins that no digest has told, oldest first; held and unsettled ones too. */
  untoldWins(organization: string): Promise<readonly UntoldWin[]>;
  /** The wins that the digest of this week would tell by now, newest first. */
  comingWins(organization: string, week: Week, limit: number): Promise<readonly Win[]>;
  nomination(organization: string, id: string): Promise<KnownNomination | null>;
  /** This person's nomination of this message. */
  nominationOf(person: string, message: MessageId & { readonly connection: string }): Promise<KnownNomination | null>;
  /** Until when this person took their nominations of this message back; null when they never did. */
  withdrawnUntil(person: string, message: MessageId & { readonly connection: string }): Promise<Instant | null>;
  /** The stories that this teller told until then and that are not decided yet, newest first. */
  undecidedStories(teller: Identity, until: Instant): Promise<readonly UndecidedStory[]>;
  praise(organization: string, id: string): Promise<Praise | null>;
  praiseOfStory(organization: string, story: string): Promise<Praise | null>;
  praiseByFingerprint(organization: string, fingerprints: readonly string[]): Promise<Praise | null>;
  /** What waits since before that moment and of which nobody was reminded yet, oldest first. */
  unremindedPraise(organization: string, before: Instant, limit: number): Promise<readonly Unreminded[]>;
  /** Praise that was settled before those moments (the second is for what was none), oldest first; expired not. */
  settledBefore(
    organization: string,
    before: { readonly praise: Instant; readonly notPraise: Instant },
    limit: number,
  ): Promise<readonly Praise[]>;
  /** What waits for this person: what they brought; for those who manage, all that waits. Oldest first. */
  waitingPraise(person: Person, limit: number): Promise<{ readonly praise: readonly Praise[]; readonly more: number }>;
  /** How many messages wait for a place. */
  waitingAt(place: Place): Promise<number>;
  /** How many messages wait until a lost connection is open again. */
  parked(organization: string): Promise<number>;
  unconfirmedDelivery(organization: string, id: string): Promise<UnconfirmedDelivery | null>;
  /** What stands at a place: the newest `limit` messages, oldest first. */
  feed(place: Place, limit: number): Promise<readonly Post[]>;
  readonly pulse: PulseReading;
}

/** What is decided once; `by` is whoever is answered, so that the answer can be forgotten with their words. */
export type AskedOfLedger = {
  readonly organization: string;
  readonly key: string | null;
  readonly at: Instant;
  readonly by: Identity | null;
};

/** Keeps everything, once. */
export interface Ledger extends PrivacyLedger {
  /**
   * In one durable transaction: answers from the key's first reply when there is one; otherwise runs `decide` and
   * stores its facts, announcements and reply; nothing where it decides nothing. Commands run strictly one after another.
   * Throws LedgerUnavailable when it could not be stored within two seconds; then nothing of it is. Without a key neither
   * key nor reply is kept, nor who asked.
   */
  decide<Decided extends Decision | null>(
    asked: AskedOfLedger,
    decide: (read: Reading) => Promise<Decided>,
  ): Promise<View | (Decided & null)>;
  /** Reads beside the writer, seeing only what is durable. */
  readonly read: Reading;
  /** Public stories with these words, best first, found off the main thread; `more` when `limit` cut them. */
  search(
    organization: string,
    words: string,
    limit: number,
  ): Promise<{ readonly stories: readonly Story[]; readonly more: boolean }>;
  readonly wall: Wall;
  readonly outbox: Outbox;
  readonly received: Received;
  /** Has `listener` called after each commit that left something to deliver. */
  onAnnounced(listener: () => void): void;
  /** Has `listener` called after each commit that left a raw command to complete. */
  onKept(listener: () => void): void;
  /**
   * Forgets what was answered or shown before this moment and can play no part any more, at most `limit` of each kind: first
   * replies, whose keys would be decided anew, and last words about something. Resolves to how many.
   */
  forget(before: Instant, limit: number): Promise<number>;
  /** Stores what is waiting, and lets go of the database. */
  close(): Promise<void>;
}

/** Nothing could be stored now. The message is for an operator; people get `not-stored-yet`. */
export class LedgerUnavailable extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'LedgerUnavailable';
  }
}
