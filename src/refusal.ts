import type { IdeaRefusal } from './ideas.ts';
import type { Unreadable } from './mail.ts';
import type { Instant } from './moment.ts';
import type { Named } from './named.ts';
import type { TouchpointRefusal } from './touchpoints.ts';

export type { Named };

/** A "no", with what a person needs to do next; the sentences are in wording/refusals.ts. */
export type Refusal = { readonly type: 'refusal' } & (
  | IdeaRefusal
  | { readonly reason: 'no-hero-named' }
  | { readonly reason: 'only-yourself' }
  /** A message that one wrote oneself and that names nobody else, proposed as a story. */
  | { readonly reason: 'own-message-marked' }
  | { readonly reason: 'only-bots' }
  | { readonly reason: 'no-words' }
  | {
      readonly reason: 'too-long';
      readonly field:
        | 'words'
        | 'whatBroke'
        | 'whatChanged'
        | 'customer'
        | 'touchpoint'
        | 'promise'
        | 'idea'
        | 'clearing'
        | 'restReason';
      readonly limit: number;
      readonly length: number;
    }
  | { readonly reason: 'too-many-heroes'; readonly limit: number; readonly named: number }
  /** More stories of one person within a minute than anybody types; `words` are those of this one. */
  | { readonly reason: 'too-many-stories'; readonly limit: number; readonly words: string }
  | { readonly reason: 'already-told'; readonly story: string; readonly at: Instant }
  | { readonly reason: 'not-yours-to-change'; readonly teller: Named }
  | {
      readonly reason: 'already-settled';
      readonly by: Named;
      readonly as: 'win' | 'recovery' | 'thanks' | 'not-praise';
      readonly at: Instant;
      /** What to put back where the reader settled it themselves and thinks better of it: the story, or else the praise. */
      readonly yours: { readonly praise: string; readonly story: string | null } | null;
    }
  | { readonly reason: 'not-yours-to-settle'; readonly forwarder: Named }
  | { readonly reason: 'already-in-this-lane'; readonly lane: 'win' | 'recovery' }
  | { readonly reason: 'what-broke-missing' }
  | { readonly reason: 'obstacle-without-words' }
  | { readonly reason: 'obstacle-unknown' }
  /** Words about what stands in the way, or what broke, that say who. */
  | {
      readonly reason: 'points-at-somebody';
      readonly field: 'words' | 'whatBroke';
      readonly people: readonly Named[];
      readonly words: string;
    }
  /** Somebody else was quicker to say yes. */
  | { readonly reason: 'obstacle-owned'; readonly owner: Named }
  /** Clearing or giving back what is another's; nobody's when null. */
  | { readonly reason: 'not-the-owner'; readonly owner: Named | null }
  | { readonly reason: 'what-changed-missing' }
  | { readonly reason: 'story-unknown' }
  | { readonly reason: 'praise-unknown' }
  /** The forward came without the customer's words, and nobody has filled them in. */
  | { readonly reason: 'praise-without-words' }
  | { readonly reason: 'nothing-to-undo' }
  /** Somebody the connection does not know, by the name or id that was given. */
  | { readonly reason: 'person-unknown'; readonly name: string }
  /** A typed name that fits several people; they are offered. */
  | { readonly reason: 'name-ambiguous'; readonly name: string; readonly people: readonly Named[] }
  | (Unreadable & { readonly reason: 'nothing-readable' })
  /** To whoever forwarded a mail that came then, in private. */
  | (Unreadable & { readonly reason: 'mail-not-read'; readonly at: Instant })
  /** A sender of mail who is not on the organization's list. */
  | { readonly reason: 'not-a-forwarder' }
  /** To those who manage: mail of somebody who is not on the list came to a channel's address. */
  | { readonly reason: 'mail-from-stranger'; readonly sender: string | null }
  | { readonly reason: 'admins-only' }
  | TouchpointRefusal
  /** Whoever is the only admin wants to be erased. */
  | { readonly reason: 'last-admin' }
  | { readonly reason: 'bot-not-erased'; readonly name: string }
  | { readonly reason: 'not-a-sample' }
  | { readonly reason: 'clock-backwards' }
  | { readonly reason: 'not-in-the-digest-queue' }
  /** To whoever has a digest posted by hand while there is nowhere to post it. */
  | { readonly reason: 'no-digest-channel' }
  /** A search without a word in it. */
  | { readonly reason: 'no-search-words' }
  /** Somebody who has left, and so can be in no new story. */
  | { readonly reason: 'person-deactivated'; readonly name: string }
  | { readonly reason: 'nomination-unknown' }
  | { readonly reason: 'team-unknown' }
  | { readonly reason: 'too-many-teams'; readonly limit: number; readonly chosen: number }
  /** Nobody waits to hear whether this message shall be posted again. */
  | { readonly reason: 'delivery-unknown' }
  | {
      readonly reason: 'setting-unusable';
      readonly setting: 'schedule' | 'timeZone' | 'nominationEmoji' | 'forwarders' | 'praiseDays';
      /** What was given for it. */
      readonly given: string;
    }
  /** The platform does not let Herald do this; `needs` are the rights, as the platform calls them, that an admin can grant. */
  | { readonly reason: 'not-permitted'; readonly needs: readonly string[] }
  /** The platform would not say who is meant, for too long; `words` are what the person typed. */
  | { readonly reason: 'platform-silent'; readonly words: string }
  /** The ledger could not store it now; `words` are what the person typed, so that nothing has to be typed twice. */
  | { readonly reason: 'not-stored-yet'; readonly words: string }
);
