import type { Story } from '../../src/views.ts';
import { buttons } from '../../src/wording/labels.ts';
import { count } from '../../src/wording/names.ts';
import type { Look } from './asked.ts';
import type { Seen } from './card.ts';
import { type Action, type Element, heads, lists, notes } from './elements.ts';
import { press } from './press.ts';
import { lineOf } from './show-story.ts';
import { VERBS } from './verbs.ts';

type Listed = {
  readonly seen: Seen;
  /** Where the way back from a story leads. */
  readonly back: Look;
  /** The most that are listed. */
  readonly most: number;
  readonly more?: (story: Story) => readonly Action[];
};

/** Stories in a line each, with a way to the whole of each, and how many are left out. */
export function storyLines(stories: readonly Story[], { seen, back, most, more }: Listed): readonly Element[] {
  const rest = stories.length - most;
  return [
    ...stories.slice(0, most).map((story) => {
      const whole = press(seen, VERBS.showStory, buttons.wholeStory, { story: story.id, back });
      return lists(lineOf(story, [whole, ...(more?.(story) ?? [])]));
    }),
    ...(rest > 0 ? [notes(`… and ${count(rest, 'story', 'stories')} more`)] : []),
  ];
}

/** The same under a title, or nothing at all. */
export function titled(title: string, stories: readonly Story[], listed: Listed): readonly Element[] {
  return stories.length === 0 ? [] : [heads(title), ...storyLines(stories, listed)];
}
