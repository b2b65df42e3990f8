// What can be shown. Facts worth showing, JSON-safe because they wait in the outbox; the sentences are in wording/.

import type { Instant, KeepAddress, MessageId, Place, Platform, Settings, Week } from './commands.ts';
import type { DigestBelow } from './digest-below.ts';
import type { Idea, IdeasOfPerson, IdeaView } from './ideas.ts';
import type { MyObstacles, ObstacleView } from './obstacles.ts';
import type { Praise } from './praise.ts';
import type { Footprint, Held, PrivacyView } from './privacy.ts';
import type { Pulse, PulseView } from './pulse.ts';
import type { Named, Refusal } from './refusal.ts';
import type { Recovery, Story, Win } from './story.ts';
import type { Touchpoint, TouchpointView } from './touchpoints.ts';

export type { GuessedHero, Praise, PraiseStatus, Suggestion } from './praise.ts';
export type { Footprint, Held, Named, Recovery, Refusal, Story, Win };

/** A message that somebody proposed as a story, until they confirm it. */
export type Nomination = {
  readonly id: string;
  readonly by: Named;
  readonly message: MessageId & {
    readonly connection: string;
    readonly permalink: string | null;
    /** May be empty, when the message is a picture. */
    readonly words: string;
  };
  readonly heroes: readonly Named[];
  readonly at: Instant;
};

/** One weekly issue. Holds wins only: the type leaves a recovery no way in. */
export type Digest = {
  readonly week: Week;
  /** Up to five stories in full, in order. */
  readonly inFull: readonly Win[];
  /** All others, in order: shown in a line each, with a way to the whole story. */
  readonly inALine: readonly Win[];
  readonly below?: DigestBelow;
  /** Where there was something new but no story to tell, the open question, unless it was asked the week before. */
  readonly question?: number;
};

/** What a story's words may mean; whoever told it says whether they do. */
export type Meant = {
  readonly soundsLike?: Idea;
  /** A touchpoint that the words name, while the story has no place. */
  readonly mayBeAt?: Pick<Touchpoint, 'id' | 'name'>;
};

type CustomersThanks = { readonly words: string; readonly customer: string | null };

export type View =
  | Refusal
  | IdeaView
  /**
   * To the teller: told, which lane, and whether "Did something go wrong first?" is being asked.
   */
  | ({ readonly type: 'kudos-given'; readonly story: Story } & Meant)
  | ObstacleView
  | PrivacyView
  /** To a channel. */
  | { readonly type: 'story-told'; readonly story: Story }
  /** To each hero. */
  | { readonly type: 'you-were-named'; readonly story: Story }
  /** To heroes of thanks that became no story. */
  | (CustomersThanks & { readonly type: 'customer-thanks-you' })
  /** The same to a channel. */
  | (CustomersThanks & { readonly type: 'customer-thanks'; readonly heroes: readonly Named[] })
  /** Stands where a story stood that was taken back; says nothing of it. */
  | { readonly type: 'story-withdrawn' }
  | { readonly type: 'praise-waiting'; readonly praise: Praise }
  | { readonly type: 'praise-already-here'; readonly praise: Praise }
  | {
      readonly type: 'praise-settled';
      readonly praise: Praise;
      readonly story: Story | null;
      /** Thanks for everybody reached only those named, since there is no channel that everybody would hear them in. */
      readonly channelMissing: boolean;
      /** The idea that the story may be about, by its words; whoever settled it says whether it is. */
      readonly soundsLike?: Idea;
    }
  | { readonly type: 'praise-expired'; readonly praise: Praise }
  /** To whoever customers' words wait for, once: how many, and since when the oldest does. */
  | {
      readonly type: 'inbox-reminder';
      readonly waiting: number;
      readonly since: Instant;
      /** By others: they wait with those who manage, since whoever brought them is out of reach. */
      readonly brought: 'by-reader' | 'by-others';
    }
  | { readonly type: 'story-moved'; readonly story: Story }
  | { readonly type: 'win-confirmed'; readonly story: Win }
  /** To the one who took it back: the words, so that nothing is lost by a slip; a customer's wait in the inbox again. */
  | {
      readonly type: 'story-retracted';
      readonly words: string;
      readonly heroes: readonly Named[];
      readonly waitsAgain: boolean;
    }
  | { readonly type: 'words-corrected'; readonly story: Story }
  | { readonly type: 'details-added'; readonly story: Story }
  | { readonly type: 'nomination-waiting'; readonly nomination: Nomination }
  | { readonly type: 'nomination-withdrawn' }
  | { readonly type: 'cheered'; readonly story: string; readonly cheers: number; readonly byMe: boolean }
  | { readonly type: 'win-held'; readonly story: Win; readonly until: Week }
  | { readonly type: 'win-released'; readonly story: Win }
  | { readonly type: 'digest'; readonly digest: Digest }
  /** A week without wins: one open question. `question` chooses among those in wording/. */
  | { readonly type: 'quiet-week'; readonly week: Week; readonly question: number }
  /** `posted`: how the week went. `news`: no story, but something that came alive or fell; `silent`: nothing to be said. */
  | {
      readonly type: 'digest-planned';
      readonly week: Week;
      readonly posted: 'stories' | 'news' | 'question' | 'silent';
      readonly stories: number;
    }
  | { readonly type: 'inboxes-reminded'; readonly people: number }
  | { readonly type: 'praise-let-go'; readonly many: number }
  | { readonly type: 'digest-already-planned'; readonly week: Week; readonly at: Instant }
  | {
      readonly type: 'digest-preview';
      readonly digest: Digest;
      /** When it will be posted. */
      readonly due: Instant;
      readonly held: readonly Win[];
      /** Wins that wait for an answer to "Did something go wrong first?". */
      readonly unsettled: readonly Win[];
      /** Whether the asker may hold and release wins. */
      readonly mayHold: boolean;
    }
  | { readonly type: 'inbox'; readonly praise: readonly Praise[]; readonly more: number }
  | {
      readonly type: 'mine';
      readonly aboutMe: readonly Story[];
      readonly told: readonly Story[];
      readonly ideas: IdeasOfPerson;
      readonly obstacles: MyObstacles;
    }
  | {
      readonly type: 'search-results';
      readonly words: string;
      readonly stories: readonly Story[];
      readonly more: boolean;
    }
  | ({
      readonly type: 'story';
      readonly story: Story;
      readonly cheeredByMe: boolean;
      readonly mayChange: boolean;
    } & Meant)
  | { readonly type: 'people'; readonly people: readonly PersonShown[] }
  | { readonly type: 'known'; readonly people: readonly PersonShown[] }
  | {
      readonly type: 'home';
      /** Newest first, as `told`; the newest few of each. */
      readonly aboutMe: readonly Story[];
      readonly told: readonly Story[];
      readonly ideas: IdeasOfPerson;
      readonly inbox: { readonly praise: readonly Praise[]; readonly more: number };
      readonly obstacles: MyObstacles;
      /** What the coming digest would tell by now, newest first; `moreThisWeek` when there are more than these. */
      readonly thisWeek: readonly Win[];
      readonly moreThisWeek: boolean;
      /** When the coming digest is posted. */
      readonly due: Instant;
      /** The organization's; null while there are no figures. */
      readonly pulse: Pulse | null;
      /** Nothing about them, by them or for them yet: show how to begin. */
      readonly firstSteps: boolean;
      /** Whether they were greeted; if not, send `welcome`. */
      readonly welcomed: boolean;
    }
  | { readonly type: 'settings'; readonly settings: SettingsShown; readonly mayChange: boolean }
  | { readonly type: 'settings-changed'; readonly settings: SettingsShown }
  | TouchpointView
  /** By direct message, once; also the reply to the first `welcome`. */
  | { readonly type: 'welcome'; readonly person: Named }
  /** The reply to a later `welcome`; nothing to show. */
  | { readonly type: 'welcomed-before' }
  | { readonly type: 'feed'; readonly posts: readonly Post[] }
  | { readonly type: 'help' }
  | { readonly type: 'clock-moved'; readonly at: Instant }
  /** `again`: it was lost, and so many messages waited for it; admins are told so. */
  | {
      readonly type: 'connection-open';
      readonly organization: string;
      readonly again: null | {
        readonly platform: Platform;
        readonly why: 'uninstalled' | 'token-revoked';
        readonly waited: number;
      };
    }
  | { readonly type: 'people-met'; readonly people: readonly Named[] }
  /** To admins whom another connection reaches. */
  | {
      readonly type: 'connection-lost';
      readonly platform: Platform;
      readonly why: 'uninstalled' | 'token-revoked';
    }
  /** To admins, when it is the digest's channel or something waited for it. */
  | {
      readonly type: 'place-lost';
      readonly connection: string;
      readonly channel: string;
      readonly why: 'archived' | 'bot-removed';
      /** Whether it is the digest's. */
      readonly digest: boolean;
    }
  | { readonly type: 'place-found' }
  /** For the adapter alone: what it had kept, or has kept now. */
  | { readonly type: 'addresses'; readonly addresses: readonly KeptAddress[] }
  /** To admins: nobody knows whether the message was posted; they look, and may have it posted again. */
  | {
      readonly type: 'delivery-unconfirmed';
      readonly delivery: string;
      readonly what: View['type'];
      readonly where: Place;
    }
  /** Stands where that stood, once an admin said to post it. */
  | { readonly type: 'posted-again'; readonly what: View['type'] }
  /** To admins: a message could not be delivered and will not be tried again by itself. */
  | { readonly type: 'delivery-given-up'; readonly what: View['type']; readonly reason: string }
  | PulseView;

export type KeptAddress = { readonly of: string; readonly address: KeepAddress['address'] };

export type PersonShown = Named & {
  readonly user: string;
  readonly kind: 'human' | 'bot';
  readonly manager: boolean;
  readonly admin: boolean;
  readonly active: boolean;
  readonly guest: boolean;
};

export type SettingsShown = Omit<Settings, 'digestHeroes'> & {
  /** Null where the platform mentions nobody. */
  readonly digestHeroes: Settings['digestHeroes'] | null;
  /** Those who manage and whom the asker's connection knows, by name. */
  readonly managers: readonly (Named & { readonly user: string })[];
};

/** A message as it stands at a place now. */
export type Post = { readonly id: string; readonly at: Instant; readonly view: View };
