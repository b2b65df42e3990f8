// What can be asked of Herald. Plain data: nothing of any platform's payload, ack, thread or markup.

import type { Asked, Identity, Place, Said } from './asked.ts';
import type { ConnectionCommand } from './connections.ts';
import type { IdeaAsked, PutIdeasForward } from './ideas.ts';
import type { ForwardedMail } from './mail.ts';
import type { Instant, Week } from './moment.ts';
import type { ObstacleCommand } from './obstacles.ts';
import type { PraiseCommand } from './praise.ts';
import type { EraseByOperator, PrivacyCommand } from './privacy.ts';
import type { PulseCommand } from './pulse.ts';
import type { Audience } from './story.ts';
import type { TouchpointCommand } from './touchpoints.ts';

export type {
  Announce,
  ChangeSettings,
  ConnectionLost,
  DigestHeroes,
  DigestSchedule,
  KeepAddress,
  MeetPeople,
  OpenConnection,
  OpenMailbox,
  PlaceFound,
  PlaceLost,
  PlaceMoved,
  Platform,
  Settings,
} from './connections.ts';
export type {
  CapturePraise,
  CompletePraise,
  CustomerShown,
  ExpirePraise,
  ForwardPraise,
  KeepPraiseFor,
  RemindInboxes,
  ReopenPraise,
  ReturnMail,
  Settlement,
  SettlePraise,
} from './praise.ts';
export type { ErasePerson, HideName, ShowName, TakeWordsBack } from './privacy.ts';
export type { Audience, EraseByOperator, ForwardedMail, Identity, Instant, Place, Week };

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

/** Greet somebody who opens Herald for the first time: by direct message, once. */
export type Welcome = Asked & { readonly type: 'welcome' };

/** Post a message of which nobody knows whether it was posted. Admins only. */
export type PostAgain = Asked & { readonly type: 'post-again'; readonly delivery: string };

/** Move a sample organization's clock forward. Real organizations live in real time. */
export type MoveClock = Asked & { readonly type: 'move-clock'; readonly to: Instant };

export type Command =
  | PraiseCommand
  | ConnectionCommand
  | IdeaAsked
  | PutIdeasForward
  | PrivacyCommand
  | EraseByOperator
  | GiveKudos
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
  | TouchpointCommand
  | Welcome
  | PostAgain
  | MoveClock
  | ObstacleCommand
  | PulseCommand;
