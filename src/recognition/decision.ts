import type { DigestSchedule, Identity, Instant, KeepAddress, MessageId, Place, Settings, Week } from '../commands.ts';
import type { Obstacle } from '../obstacles.ts';
import type { TouchpointFact } from '../touchpoints.ts';
import type { Nomination, Praise, Story, View } from '../views.ts';
import type { IdeaFact } from './idea-facts.ts';
import type { ConnectionFacts, Person } from './organization.ts';
import type { PulseFact } from './pulse/facts.ts';
import type { TakenBack } from './without-words.ts';

/** What standing message an announcement is about: a later one about the same thing at the same place edits it. */
export type About = {
  readonly kind:
    | 'story'
    | 'named'
    | 'praise'
    | 'thanks'
    | 'digest'
    | 'nomination'
    | 'welcome'
    | 'trouble'
    | 'reminder'
    | 'idea'
    | 'noticed'
    | 'obstacle'
    | 'obstacle-news';
  readonly id: string;
};

export type Announcement =
  /** Say it there; where a message about the same thing stands already, edit that. */
  | { readonly to: Place; readonly about: About; readonly view: View }
  /** Edit the messages about it, wherever they stand; post nothing new. */
  | { readonly to: 'wherever-it-stands'; readonly about: About; readonly view: View };

/** What a rule decides: the answer, what becomes true, and who hears of it. Stored together or not at all. */
export type Decision = {
  readonly reply: View;
  readonly facts: readonly Fact[];
  readonly announce: readonly Announcement[];
};

type ChannelPlace = Extract<Place, { readonly kind: 'channel' }>;

type FactStamp = { readonly organization: string; readonly at: Instant };

/** What becomes true of obstacles. One that came without a name is stamped with the day alone. */
export type ObstacleFact =
  | (FactStamp & { readonly type: 'obstacle-reported'; readonly obstacle: Obstacle } & CameFrom)
  /** One that is known stands in the way once more. */
  | (FactStamp & { readonly type: 'obstacle-came-up'; readonly obstacle: string } & CameFrom)
  /** It is as it says now: owned, cleared or open again. */
  | (FactStamp & { readonly type: 'obstacle-changed'; readonly obstacle: Obstacle })
  /** A story has no part in any any more. */
  | (FactStamp & { readonly type: 'obstacle-left'; readonly story: string })
  | (FactStamp & { readonly type: 'obstacle-removed'; readonly obstacle: string })
  /** Who reported it takes that back; others said so as well. */
  | (FactStamp & { readonly type: 'report-taken-back'; readonly obstacle: string; readonly by: string })
  /** A digest tells that they have fallen. */
  | (FactStamp & { readonly type: 'obstacles-told'; readonly digest: string; readonly cleared: readonly string[] })
  | (FactStamp & {
      readonly type: 'obstacles-raised';
      readonly fresh: readonly string[];
      readonly long: readonly string[];
    });

/** Who waits on it with their name, or in which story it broke. */
type CameFrom = { readonly waits: string | null; readonly story: string | null };

/** What becomes true. Each is written by one function of the ledger. */
export type Fact =
  | (FactStamp & IdeaFact)
  | ObstacleFact
  | (FactStamp & { readonly type: 'story-told'; readonly story: Story; readonly praise: string | null })
  | (FactStamp & { readonly type: 'story-moved'; readonly story: Story; readonly by: string })
  | (FactStamp & { readonly type: 'win-confirmed'; readonly story: string; readonly by: string })
  | (FactStamp & { readonly type: 'story-retracted'; readonly story: Story; readonly by: string })
  | (FactStamp & { readonly type: 'words-corrected'; readonly story: Story; readonly by: string })
  | (FactStamp & { readonly type: 'details-added'; readonly story: Story; readonly by: string })
  | (FactStamp & { readonly type: 'message-nominated'; readonly nomination: Nomination })
  | (FactStamp & { readonly type: 'nomination-withdrawn'; readonly nomination: string })
  /** What they marked until then is none. */
  | (FactStamp & {
      readonly type: 'withdrawal-remembered';
      readonly person: string;
      readonly message: MessageId & { readonly connection: string };
      readonly until: Instant;
    })
  /** What was kept to be decided is not decided any more; its reply is this. */
  | (FactStamp & { readonly type: 'telling-called-off'; readonly key: string; readonly reply: View })
  | (FactStamp & { readonly type: 'nomination-confirmed'; readonly nomination: string; readonly story: string })
  | (FactStamp & { readonly type: 'story-cheered'; readonly story: string; readonly by: string })
  | (FactStamp & { readonly type: 'cheer-taken-back'; readonly story: string; readonly by: string })
  | (FactStamp & { readonly type: 'win-held'; readonly story: string; readonly until: Week; readonly by: string })
  | (FactStamp & { readonly type: 'win-released'; readonly story: string; readonly by: string })
  | (FactStamp & {
      readonly type: 'praise-captured';
      readonly praise: Praise;
      readonly fingerprints: readonly string[];
    })
  | (FactStamp & { readonly type: 'praise-completed'; readonly praise: Praise })
  | (FactStamp & { readonly type: 'praise-settled'; readonly praise: Praise })
  | (FactStamp & { readonly type: 'praise-reopened'; readonly praise: Praise })
  /** Nothing of its words is kept any more, wherever they stand. */
  | (FactStamp & { readonly type: 'praise-expired'; readonly praise: string })
  | (FactStamp & { readonly type: 'inbox-reminded'; readonly praise: readonly string[] })
  | (FactStamp & {
      readonly type: 'digest-planned';
      readonly id: string;
      readonly week: Week;
      readonly posted: 'stories' | 'news' | 'question' | 'silent';
      readonly inFull: readonly string[];
      readonly inALine: readonly string[];
    })
  | (FactStamp & {
      readonly type: 'connection-opened';
      readonly connection: Pick<ConnectionFacts, 'id' | 'platform' | 'digestChannel'>;
    })
  /** A lost connection is open again; what was parked goes out. */
  | (FactStamp & { readonly type: 'connection-reopened'; readonly connection: string })
  | (FactStamp & {
      readonly type: 'connection-lost';
      readonly connection: string;
      readonly why: NonNullable<ConnectionFacts['lost']>;
    })
  /** What waits there is given up. */
  | (FactStamp & {
      readonly type: 'place-lost';
      readonly place: ChannelPlace;
      readonly why: NonNullable<ConnectionFacts['digestChannelLost']>;
    })
  | (FactStamp & { readonly type: 'place-found'; readonly place: ChannelPlace })
  | (FactStamp & { readonly type: 'place-moved'; readonly from: ChannelPlace; readonly to: ChannelPlace })
  | (FactStamp & {
      readonly type: 'address-kept';
      readonly connection: string;
      readonly of: string;
      /** Null: forgotten. */
      readonly address: KeepAddress['address'];
    })
  | (FactStamp & {
      readonly type: 'organization-founded';
      readonly name: string;
      readonly sample: boolean;
      readonly schedule: DigestSchedule;
    })
  | (FactStamp & {
      readonly type: 'settings-changed';
      readonly settings: Settings;
      readonly scheduledSince: Instant;
      /** Whose digest channel the settings name. */
      readonly connection: string;
      /** Whether the admin named the digest channel: then Herald tries to speak there again. */
      readonly channelNamed: boolean;
    })
  | TouchpointFact
  | (FactStamp & { readonly type: 'manager-named'; readonly person: string; readonly manager: boolean })
  | (FactStamp & { readonly type: 'person-welcomed'; readonly person: string })
  /** An unconfirmed message is to be posted. */
  | (FactStamp & { readonly type: 'posting-again'; readonly delivery: string })
  | (FactStamp & {
      readonly type: 'person-met';
      readonly person: Person;
      readonly identity: Identity;
      /** Whether they run the house of this identity's connection. */
      readonly adminThere: boolean;
      /** Whether this identity's platform has not deactivated it. */
      readonly activeThere: boolean;
    })
  /** Nothing of them is kept; who stands in their place is `nobody`, or whoever does in this organization already. */
  | (FactStamp & {
      readonly type: 'person-erased';
      readonly person: string;
      readonly nobody: string;
    })
  /** What was answered and told of these is to be forgotten as well. */
  | (FactStamp & TakenBack & { readonly type: 'words-taken-back' })
  | (FactStamp & { readonly type: 'name-hidden'; readonly person: string; readonly hidden: boolean })
  | (FactStamp & { readonly type: 'clock-moved'; readonly aheadMs: number })
  | PulseFact;
