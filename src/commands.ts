// What can be asked of Herald. Plain data: nothing of any platform's payload, ack, thread or markup.

import type { Asked, Identity, Place, Said } from './asked.ts';
import type { IdeaAsked, PutIdeasForward } from './ideas.ts';
import type { ForwardedMail, Unreadable } from './mail.ts';
import type { Instant, Week } from './moment.ts';
import type { ObstacleCommand } from './obstacles.ts';
import type { EraseByOperator, PrivacyCommand } from './privacy.ts';
import type { PulseCommand } from './pulse.ts';
import type { Audience } from './story.ts';
import type { TouchpointCommand } from './touchpoints.ts';

export type { ErasePerson, HideName, ShowName, TakeWordsBack } from './privacy.ts';
export type { Audience, EraseByOperator, ForwardedMail, Identity, Instant, Place, Unreadable, Week };

/** Tell a story about one or more colleagues. `whatBroke` says that it is a recovery, and what (never who) failed. */
export type GiveKudos = Asked & {
  readonly type: 'give-kudos';
  readonly heroes: readonly Identity[];
  readonly words: string;
  readonly whatBroke: string | null;
  readonly customer: string | null;
  readonly touchpoint: string | null;
  readonly audience: Audience;
  /** Where the message stands that the story was made from, as a web address; null when it was typed. */
  readonly permalink: string | null;
  /**
   * The channel it was typed in, when Herald may speak there; it hears of the story unless that is private or the
   * organization wants stories in the digest only.
   */
  readonly where: Place | null;
};

/** A message on a platform: the channel's id and the message's own within it. */
export type MessageId = { readonly channel: string; readonly message: string };

/** Propose a message as a story. The one who proposes it is asked in private to confirm it. */
export type Nominate = Asked & {
  readonly type: 'nominate';
  readonly message: MessageId & { readonly permalink: string | null; readonly words: string };
  readonly heroes: readonly Identity[];
  /** When the message was marked, by the platform's own clock. */
  readonly markedAt: Instant;
};

/** Take one's own nomination back; once confirmed it is a story, and stays. */
export type WithdrawNomination = Asked & {
  readonly type: 'withdraw-nomination';
  readonly message: MessageId;
  /**
   * By the platform's own clock: what was marked until then is taken back, also if it is heard of only later. Null for
   * the nomination that stands.
   */
  readonly until: Instant | null;
};

/** Make one's own nomination a story. The permalink is the nomination's. */
export type ConfirmNomination = Omit<GiveKudos, 'type' | 'permalink'> & {
  readonly type: 'confirm-nomination';
  readonly nomination: string;
};

/** Put a customer's words into the inbox of the person who brought them. */
export type CapturePraise = Asked & { readonly type: 'capture-praise'; readonly mail: ForwardedMail };

/**
 * A sender whose address is proven brings a customer's words. Who is on the organization's list of forwarders may, and
 * is made known; anybody else is refused, and nothing is kept. Take the key from the mail itself.
 */
export type ForwardPraise = News & {
  readonly type: 'forward-praise';
  readonly from: { readonly name: string | null; readonly email: string };
  readonly mail: ForwardedMail;
};

/**
 * Tell a sender whose address is proven in chat that their mail cannot be read, where nobody else tells them. Take the
 * key from the mail itself.
 */
export type ReturnMail = News & Unreadable & { readonly type: 'return-mail'; readonly email: string };

/** How much of a customer's name people get to see: all of it, the first name, or that it was a customer. */
export type CustomerShown = 'full-name' | 'first-name' | 'no-name';

type Heard = { readonly heroes: readonly Identity[]; readonly audience: Audience; readonly customer: CustomerShown };

/** What a person decided that a customer's praise is. */
export type Settlement =
  | (Heard & { readonly as: 'win' })
  | (Heard & { readonly as: 'recovery'; readonly whatBroke: string })
  /** No story. Heroes hear of it at once in private; for `everyone`, the digest's channels too. */
  | (Heard & { readonly as: 'thanks' })
  | { readonly as: 'not-praise' };

export type SettlePraise = Asked & {
  readonly type: 'settle-praise';
  readonly praise: string;
  readonly settlement: Settlement;
};

/** Put praise that was settled as thanks or as no praise back; a story is taken back instead. */
export type ReopenPraise = Asked & { readonly type: 'reopen-praise'; readonly praise: string };

/** Fill in the customer's words or name where the mail did not say them clearly; null leaves them as they are. */
export type CompletePraise = Asked & FilledIn & { readonly type: 'complete-praise'; readonly praise: string };

type FilledIn = { readonly words: string | null; readonly name: string | null };

/** Which lane a story shall be in. */
export type Lane = { readonly lane: 'win' } | { readonly lane: 'recovery'; readonly whatBroke: string };

/** Put a story into the other lane; it keeps its id and its cheers. */
export type MoveStory = Asked & { readonly type: 'move-story'; readonly story: string; readonly to: Lane };

/** Answer "Did something go wrong first?" with no: the win is settled. */
export type ConfirmWin = Asked & { readonly type: 'confirm-win'; readonly story: string };

/** Take a story back (undo). `my-last` is what the asker told last, be it still waiting to be decided. */
export type RetractStory = Asked & {
  readonly type: 'retract-story';
  readonly which: { readonly story: string } | 'my-last';
};

export type CorrectWords = Asked & { readonly type: 'correct-words'; readonly story: string; readonly words: string };

/** Say which customer it was and where it happened; null takes away what was said. */
export type AddDetails = Asked & {
  readonly type: 'add-details';
  readonly story: string;
  readonly customer: string | null;
  readonly touchpoint: string | null;
};

/** Say that it happened at one of the company's touchpoints; which customer it was stays as it is said. */
export type PlaceStory = Asked & { readonly type: 'place-story'; readonly story: string; readonly touchpoint: string };

export type CheerStory = Asked & { readonly type: 'cheer-story'; readonly story: string };
export type TakeCheerBack = Asked & { readonly type: 'take-cheer-back'; readonly story: string };

/** Keep a win out of the coming digest; it waits for the one after. Admins only. */
export type HoldWin = Asked & { readonly type: 'hold-win'; readonly story: string };

/** Let a held win into the coming digest after all. Admins only. */
export type ReleaseWin = Asked & { readonly type: 'release-win'; readonly story: string };

/** Choose and post the stories of a week. */
export type PlanDigest = Said & { readonly type: 'plan-digest'; readonly organization: string; readonly week: Week };

/** Remind those whom customers' words wait for, once, after two working days. */
export type RemindInboxes = Said & { readonly type: 'remind-inboxes'; readonly organization: string };

/** Let go of customers' words settled too long ago. */
export type ExpirePraise = Said & { readonly type: 'expire-praise'; readonly organization: string };

/**
 * Make an organization's house on one platform known. A lost one is open again: say so under a new key each time. Of one that
 * is open already nothing is stored.
 */
export type OpenConnection = Said & {
  readonly type: 'open-connection';
  readonly organization: { readonly id: string; readonly name: string; readonly sample: boolean };
  readonly connection: { readonly id: string; readonly platform: Platform; readonly digestChannel: string | null };
  /** Settings for an organization not seen before; one already known keeps its own. */
  readonly schedule: DigestSchedule;
};

/** Make an organization's mailbox known, which only takes in. `forwarders` become its list as long as it has none. */
export type OpenMailbox = News & {
  readonly type: 'open-mailbox';
  readonly organization: string;
  readonly forwarders: readonly string[];
};

/** What a connection itself tells of. */
type News = Said & { readonly connection: string };

/** Herald was thrown out of a connection. Its messages wait until `open-connection` opens it again. */
export type ConnectionLost = News & { readonly type: 'connection-lost'; readonly why: 'uninstalled' | 'token-revoked' };

/** Herald can no longer speak in a channel. What waits for it is given up. */
export type PlaceLost = News & {
  readonly type: 'place-lost';
  readonly channel: string;
  readonly why: 'archived' | 'bot-removed';
};

/** A channel goes by another id from now on; what stood and was chosen there stays. */
export type PlaceMoved = News & { readonly type: 'place-moved'; readonly from: string; readonly to: string };

/** Herald can speak in a channel again. */
export type PlaceFound = News & { readonly type: 'place-found'; readonly channel: string };

/** Keep how an adapter reaches something, in its own words, in place of what it kept before; null forgets it. */
export type KeepAddress = News & {
  readonly type: 'keep-address';
  readonly of: string;
  readonly address: Readonly<Record<string, string>> | null;
};

/** One minute, hour and weekday (1 Monday … 7 Sunday) of each week, in an IANA time zone. */
export type DigestSchedule = {
  readonly minute: number;
  readonly hour: number;
  readonly weekday: number;
  readonly timeZone: string;
};

export type Platform = 'web' | 'slack' | 'teams' | 'email';

/** Make people known to Herald, or known anew (a changed name, a new role), as a platform's directory has them. */
export type MeetPeople = News & {
  readonly type: 'meet-people';
  readonly people: readonly {
    readonly user: string;
    readonly name: string;
    /** Verified by the platform or the operator; joins one person's identities on several connections. */
    readonly email: string | null;
    readonly kind: 'human' | 'bot';
    readonly manager: boolean;
    readonly admin: boolean;
    /** False when the platform has deactivated them: they stay in told stories and are in no new one. */
    readonly active: boolean;
    /** From outside the company, or with a guest's account. */
    readonly guest: boolean;
  }[];
};

/** Where stories are told at once: in the channel they were typed in, or in the digest only. Heroes hear either way. */
export type Announce = 'where-typed' | 'digest-only';

export type Settings = {
  /** Of the connection it is asked on. */
  readonly digestChannel: string | null;
  readonly schedule: DigestSchedule;
  readonly announce: Announce;
  /** A reaction's name, without colons. */
  readonly nominationEmoji: string;
  /** Mail addresses, and domains as `@example.com`. */
  readonly forwarders: readonly string[];
  /** For how many days a customer's words are kept once they are settled; a story made from them stays. */
  readonly praiseDays: number;
};

/** Change what is named of the settings. Admins only. */
export type ChangeSettings = Asked & {
  readonly type: 'change-settings';
  readonly changes: Partial<Settings> & {
    /** All of this connection's people who manage; those known elsewhere alone stay what they are. */
    readonly managers?: readonly Identity[];
  };
};

/** Keep settled customers' words for so many days; said by whoever runs Herald. */
export type KeepPraiseFor = Said & {
  readonly type: 'keep-praise-for';
  readonly organization: string;
  readonly days: number;
};

/** Greet somebody who opens Herald for the first time: by direct message, once. */
export type Welcome = Asked & { readonly type: 'welcome' };

/** Post a message of which nobody knows whether it was posted. Admins only. */
export type PostAgain = Asked & { readonly type: 'post-again'; readonly delivery: string };

/** Move a sample organization's clock forward. Real organizations live in real time. */
export type MoveClock = Asked & { readonly type: 'move-clock'; readonly to: Instant };

export type Command =
  | IdeaAsked
  | PutIdeasForward
  | PrivacyCommand
  | EraseByOperator
  | GiveKudos
  | CapturePraise
  | ForwardPraise
  | ReturnMail
  | SettlePraise
  | ReopenPraise
  | CompletePraise
  | MoveStory
  | ConfirmWin
  | RetractStory
  | CorrectWords
  | AddDetails
  | PlaceStory
  | Nominate
  | WithdrawNomination
  | ConfirmNomination
  | CheerStory
  | TakeCheerBack
  | HoldWin
  | ReleaseWin
  | PlanDigest
  | RemindInboxes
  | ExpirePraise
  | OpenConnection
  | OpenMailbox
  | ConnectionLost
  | PlaceLost
  | PlaceFound
  | PlaceMoved
  | KeepAddress
  | MeetPeople
  | ChangeSettings
  | KeepPraiseFor
  | TouchpointCommand
  | Welcome
  | PostAgain
  | MoveClock
  | ObstacleCommand
  | PulseCommand;
