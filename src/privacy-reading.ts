import type { Instant } from './moment.ts';
import type { Footprint, Held } from './privacy.ts';
import type { Gone } from './recognition/without-person.ts';

/** What can be read of people for their own sake. */
export interface PrivacyReading {
  /** Those who are not named where others read. */
  unnamed(organization: string): Promise<readonly Gone[]>;
  isUnnamed(person: string): Promise<boolean>;
  footprint(person: string): Promise<Footprint>;
  /** The ids of all stories that they told until then, oldest first. */
  toldUntil(person: string, until: Instant): Promise<readonly string[]>;
  /** The ids of all ideas that they proposed until then, oldest first. */
  proposedUntil(person: string, until: Instant): Promise<readonly string[]>;
  /** The ids of the digests that tell a story or an idea of theirs. */
  digestsWithWordsOf(person: string): Promise<readonly string[]>;
}

export interface PrivacyLedger {
  /** Everything that is held about a person, found off the main thread. */
  heldAbout(person: string): Promise<readonly Held[]>;
  /** All that is kept of an organization, as JSON Lines in pieces, read off the main thread. */
  exported(organization: string): AsyncIterable<string>;
  /**
   * Sweeps up what is left of everybody who is erased or hides their name; resolves when nothing is, at once when nobody
   * is.
   */
  sweepUp(): Promise<void>;
}
