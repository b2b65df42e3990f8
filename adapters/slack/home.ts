import type { types } from '@slack/bolt';
import type { Story, View } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { howToBegin, twoLanes } from '../../src/wording/help.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { ACTIONS } from './actions.ts';
import { adds, type Block, button, divides, heads, notes, offers, says } from './blocks.ts';
import { VIEW_BLOCKS } from './limits.ts';
import { firstThatFit } from './packing.ts';
import type { Seen } from './seen.ts';
import { praiseLines } from './show-praise.ts';
import { storyLines } from './show-story.ts';

type Home = Extract<View, { type: 'home' }>;

/** As many of each as a first page shows; the rest is a click away. */
const SHOWN = 5;

/** A person's first page: a clear first step while it is empty, then what is theirs. */
export function homeBlocks(view: Home, seen: Seen): readonly Block[] {
  const tell = button(ACTIONS.kudosForm, 'Tell a story', '', { style: 'primary' });
  const opening = [says(headline(view, plainPen(seen.timeZone)))];
  if (view.firstSteps) {
    const soFar = part('This week so far', view.thisWeek, ACTIONS.showDigest, view.moreThisWeek);
    return [
      ...opening,
      adds(howToBegin),
      notes(twoLanes),
      ...offers([tell, button(ACTIONS.showHelp, 'What you can type', '')]),
      ...soFar,
    ];
  }
  return [
    ...opening,
    ...offers([tell, button(ACTIONS.showMine, 'My stories', ''), button(ACTIONS.showHelp, 'What you can type', '')]),
    ...inbox(view),
    ...part('About you', view.aboutMe, ACTIONS.showMine, view.aboutMe.length > SHOWN),
    ...part('Told by you', view.told, ACTIONS.showMine, view.told.length > SHOWN),
    ...part('This week so far', view.thisWeek, ACTIONS.showDigest, view.moreThisWeek || view.thisWeek.length > SHOWN),
  ];
}

function inbox({ inbox: { praise, more } }: Home): readonly Block[] {
  if (praise.length === 0) return [];
  const rest = praise.length - SHOWN + more;
  return [
    divides(),
    heads('Waiting for you'),
    ...praiseLines(praise.slice(0, SHOWN)),
    ...(rest > 0 ? offers([button(ACTIONS.showInbox, `${rest} more`, '')]) : []),
  ];
}

function part(title: string, stories: readonly Story[], action: string, more: boolean): readonly Block[] {
  if (stories.length === 0) return [];
  return [
    divides(),
    heads(title),
    ...storyLines(stories.slice(0, SHOWN)),
    ...(more ? offers([button(action, 'Show more', '')]) : []),
  ];
}

export function homeTab(view: Home, seen: Seen): types.HomeView {
  const { blocks } = firstThatFit(homeBlocks(view, seen), {
    blocks: VIEW_BLOCKS,
    characters: Number.POSITIVE_INFINITY,
  });
  return { type: 'home', blocks: [...blocks] };
}
