import type { Story } from '../../src/views.ts';
import { joinNames, visibleName } from '../../src/wording/names.ts';
import { toldHeadline } from '../../src/wording/story-headlines.ts';
import { addHerald, notHereYet } from '../../src/wording/ways-forward.ts';
import type { Card, Seen } from './card.ts';
import { says } from './elements.ts';
import { withoutTags } from './escape.ts';
import { fitting, oneLine } from './fitting.ts';
import { teamsPen } from './pen.ts';
import { LINE_SHOWN } from './room.ts';
import { storyPost } from './show-story.ts';
import { asShown } from './shown.ts';

/** The message extension's commands, as the manifest names them. */
export const EXTENSION = {
  /** From the compose box: a form. */
  tellStory: 'tell-story',
  /** From a message: a form with its words. */
  makeStory: 'make-story',
  /** From a message: its words are a customer's. */
  customerPraise: 'customer-praise',
  /** Searches told stories, to paste one. */
  findStories: 'find-stories',
} as const;

/** What the search sends what was typed as. */
export const SEARCH_PARAMETER = 'words';

/** A found story: the card that is pasted, and the thumbnail in the list of what was found. */
export type Found = { readonly card: Card; readonly preview: { readonly title: string; readonly text: string } };

/** Stories to paste. A pasted card is the person's own message, so nothing in it can be pressed. */
export function foundStories(stories: readonly Story[], seen: Seen): readonly Found[] {
  return stories.map((story) => {
    const view = { type: 'story-told', story } as const;
    const sentence = toldHeadline(story, teamsPen(seen.timeZone));
    const { card } = asShown(view, seen, (room) => ({ body: storyPost(story, sentence, seen, room).body }));
    return { card, preview: previewOf(story) };
  });
}

function previewOf({ heroes, words }: Story): Found['preview'] {
  return {
    title: withoutTags(fitting(joinNames(heroes.map(({ name }) => visibleName(name))), LINE_SHOWN)),
    text: withoutTags(fitting(oneLine(words), LINE_SHOWN)),
  };
}

/** Where Herald is not in the conversation: a button that adds it, instead of an error. */
export function installCard(): Card {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: notHereYet,
    body: [says(notHereYet)],
    actions: [{ type: 'Action.Submit', title: addHerald, data: { msteams: { justInTimeInstall: true } } }],
  };
}
