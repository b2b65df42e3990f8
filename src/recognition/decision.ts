import type { DigestSchedule, Identity, Instant, Place, Week } from '../commands.ts';
import type { Praise, Story, View } from '../views.ts';
import type { ConnectionFacts, Person } from './organization.ts';

/** What standing message an announcement is about: a later one about the same thing at the same place edits it. */
export type About = {
  readonly kind: 'story' | 'named' | 'praise' | 'thanks' | 'digest' | 'trouble';
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

type FactStamp = { readonly organization: string; readonly at: Instant };

/** What becomes true. Each is written by one function of the ledger. */
export type Fact =
  | (FactStamp & { readonly type: 'story-told'; readonly story: Story; readonly praise: string | null })
  | (FactStamp & { readonly type: 'story-moved'; readonly story: Story; readonly by: string })
  | (FactStamp & { readonly type: 'win-confirmed'; readonly story: string; readonly by: string })
  | (FactStamp & { readonly type: 'story-retracted'; readonly story: Story; readonly by: string })
  | (FactStamp & { readonly type: 'words-corrected'; readonly story: Story; readonly by: string })
  | (FactStamp & { readonly type: 'story-cheered'; readonly story: string; readonly by: string })
  | (FactStamp & { readonly type: 'cheer-taken-back'; readonly story: string; readonly by: string })
  | (FactStamp & { readonly type: 'win-held'; readonly story: string; readonly until: Week; readonly by: string })
  | (FactStamp & { readonly type: 'win-released'; readonly story: string; readonly by: string })
  | (FactStamp & {
      readonly type: 'praise-captured';
      readonly praise: Praise;
      readonly fingerprints: readonly string[];
    })
  | (FactStamp & { readonly type: 'praise-settled'; readonly praise: Praise })
  | (FactStamp & { readonly type: 'praise-reopened'; readonly praise: string })
  | (FactStamp & {
      readonly type: 'digest-planned';
      readonly id: string;
      readonly week: Week;
      readonly posted: 'stories' | 'question' | 'silent';
      readonly inFull: readonly string[];
      readonly inALine: readonly string[];
    })
  | (FactStamp & { readonly type: 'connection-opened'; readonly connection: ConnectionFacts })
  | (FactStamp & {
      readonly type: 'organization-founded';
      readonly name: string;
      readonly sample: boolean;
      readonly schedule: DigestSchedule;
    })
  | (FactStamp & { readonly type: 'person-met'; readonly person: Person; readonly identity: Identity })
  | (FactStamp & { readonly type: 'clock-moved'; readonly aheadMs: number });
