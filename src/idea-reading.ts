import type { DigestIdeas, Idea, IdeasListed, IdeasOfPerson, KnownIdea } from './ideas.ts';
import type { Instant } from './moment.ts';
import type { TellingDigest } from './recognition/revise-digest.ts';

/** What is read of ideas; each answer is limited to one organization. */
export interface IdeaReading {
  idea(organization: string, id: string): Promise<KnownIdea | null>;
  /** This author's idea in exactly these words. */
  ideaInTheseWords(author: string, words: string): Promise<Idea | null>;
  /** Those that have most of these terms, most first; resting ones not. */
  ideasSharing(organization: string, terms: readonly string[], limit: number): Promise<readonly Idea[]>;
  ideas(organization: string, limit: number): Promise<IdeasListed>;
  /** Newest first. */
  ideasOf(person: string, limit: number): Promise<IdeasOfPerson>;
  /** Proposed before that moment, not answered, and not put forward since; oldest first. */
  unansweredIdeas(organization: string, before: Instant, limit: number): Promise<readonly KnownIdea[]>;
  /** The idea that a story is linked to. */
  ideaOfStory(organization: string, story: string): Promise<KnownIdea | null>;
  /** What no digest has told yet of ideas; `looking` oldest first. */
  /** The digests that tell an idea, if any do. */
  digestsTellingIdea(organization: string, idea: string): Promise<readonly TellingDigest[]>;
  untoldIdeas(organization: string, limits: { readonly alive: number; readonly looking: number }): Promise<DigestIdeas>;
}
