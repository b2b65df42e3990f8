// What the core asks of its ledger.

import type { Identity, Instant, MessageId, Place, Week } from './commands.ts';
import type { IdeaReading } from './idea-reading.ts';
import type { ObstacleReading } from './obstacles.ts';
import type { PeopleReading } from './people-reading.ts';
import type { PrivacyLedger, PrivacyReading } from './privacy-reading.ts';
import type { PulseReading } from './pulse.ts';
import type { UndecidedStory } from './recognition/call-off.ts';
import type { Decision } from './recognition/decision.ts';
import type { UntoldWin } from './recognition/digest.ts';
import type { KnownNomination } from './recognition/nominate.ts';
import type { Organization, Person, PlannedDigest } from './recognition/organization.ts';
import type { UnconfirmedDelivery } from './recognition/post-again.ts';
import type { Unreminded } from './recognition/remind-inboxes.ts';
import type { TellingDigest } from './recognition/revise-digest.ts';
import type { TouchpointReading } from './touchpoints.ts';
import type { KeptAddress, Post, Praise, Story, View, Win } from './views.ts';
import type { Outbox, Received } from './waiting.ts';
import type { Wall } from './wall.ts';

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
  /**
   * Has `listener` called whenever there is more to deliver, still within the transaction that says so: what is claimed
   * then is claimed with it.
   */
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
