import type { PersonShown, Story } from '../../src/views.ts';

/** A story as it is now, and what the person at the page may do with it. */
export type StoryNow = { readonly story: Story; readonly cheeredByMe: boolean; readonly mayChange: boolean };

/** Who looks at the page, and what has to be known to show them something. */
export type Seen = {
  readonly me: PersonShown;
  readonly people: readonly PersonShown[];
  readonly timeZone: string;
  /** The stories that are being shown, as they are now; messages show what was true when they were written. */
  readonly stories: ReadonlyMap<string, StoryNow>;
  /** Names that may be chosen for where a story happened, and the one that its words may mean. */
  readonly places: { readonly named: readonly string[]; readonly suggested: string | null };
  /** Where told stories can be read whole besides here, by their ids. */
  readonly wholeStories: ReadonlyMap<string, string>;
  /** A pulse's, where one is shown: markup of our own. */
  readonly picture?: { readonly light: string; readonly dark: string } | null;
  /** Forms stand in answers only, which nothing redraws while somebody types. */
  readonly as: 'post' | 'answer';
};
