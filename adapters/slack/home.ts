import type { types } from '@slack/bolt';
import type { View } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { twoLanes } from '../../src/wording/help.ts';
import { ideaHeadings } from '../../src/wording/idea-labels.ts';
import { buttons, headings } from '../../src/wording/labels.ts';
import { obstacleButtons } from '../../src/wording/obstacle-labels.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { privacyButtons } from '../../src/wording/privacy.ts';
import { pulseButtons, pulseSentence } from '../../src/wording/pulse.ts';
import { ACTIONS } from './actions.ts';
import { type Block, button, divides, heads, lines, notes, offers, says } from './blocks.ts';
import { VIEW_BLOCKS } from './limits.ts';
import { firstThatFit } from './packing.ts';
import type { Seen } from './seen.ts';
import { all, ideaLines, proposing } from './show-ideas.ts';
import { myObstacles } from './show-obstacles.ts';
import { praiseLines } from './show-praise.ts';
import { linesAboutMe, linesToldByMe, storyLines } from './story-lines.ts';

type Home = Extract<View, { type: 'home' }>;

/** As many of each as a first page shows; the rest is a click away. */
const SHOWN = 5;

/** A person's first page: a clear first step while it is empty, then what is theirs. */
export function homeBlocks(view: Home, seen: Seen): readonly Block[] {
  const tell = button(ACTIONS.kudosForm, buttons.tellAStory, '', { style: 'primary' });
  const help = button(ACTIONS.showHelp, buttons.whatToType, '');
  const privacy = button(ACTIONS.showPrivacy, privacyButtons.privacy, '');
  const obstacles = button(ACTIONS.showObstacles, obstacleButtons.list, '');
  const opening = says(headline(view, plainPen(seen.timeZone)));
  const aboveToo = new Set([...view.aboutMe.slice(0, SHOWN), ...view.told.slice(0, SHOWN)].map(({ id }) => id));
  const notAbove = view.thisWeek.filter(({ id }) => !aboveToo.has(id));
  const soFar = storyLines(notAbove.slice(0, SHOWN), seen);
  const week = part(headings.soFar, soFar, ACTIONS.showDigest, view.moreThisWeek || notAbove.length > SHOWN);
  if (view.firstSteps)
    return [
      opening,
      notes(twoLanes),
      ...offers([tell, help, proposing, all, obstacles, privacy]),
      ...week,
      ...pulseOf(view, seen),
    ];
  const { aboutMe, told, ideas } = view;
  return [
    opening,
    ...offers([tell, proposing]),
    ...inbox(view),
    ...myObstacles(view.obstacles, SHOWN, seen),
    ...part(headings.aboutMe, linesAboutMe(aboutMe.slice(0, SHOWN), seen), ACTIONS.showMine, aboutMe.length > SHOWN),
    ...part(headings.toldByMe, linesToldByMe(told.slice(0, SHOWN)), ACTIONS.showMine, told.length > SHOWN),
    ...part(
      ideaHeadings.mine,
      ideaLines(ideas.proposed.slice(0, SHOWN), seen),
      ACTIONS.showMine,
      ideas.proposed.length > SHOWN,
    ),
    ...part(
      ideaHeadings.helped,
      ideaLines(ideas.helped.slice(0, SHOWN), seen),
      ACTIONS.showMine,
      ideas.helped.length > SHOWN,
    ),
    ...week,
    ...pulseOf(view, seen),
    divides(),
    ...offers([button(ACTIONS.showMine, buttons.myStories, ''), all, obstacles, help, privacy]),
  ];
}

function inbox({ inbox: { praise, more } }: Home): readonly Block[] {
  if (praise.length === 0) return [];
  const rest = praise.length - SHOWN + more;
  return [
    divides(),
    heads(headings.waiting),
    ...praiseLines(praise.slice(0, SHOWN)),
    ...(rest > 0 ? offers([button(ACTIONS.showInbox, `${rest} more`, '')]) : []),
  ];
}

function part(title: string, lines: readonly Block[], action: string, more: boolean): readonly Block[] {
  if (lines.length === 0) return [];
  return [divides(), heads(title), ...lines, ...(more ? offers([button(action, buttons.showMore, '')]) : [])];
}

export function homeTab(view: Home, seen: Seen): types.HomeView {
  const { blocks } = firstThatFit(homeBlocks(view, seen), {
    blocks: VIEW_BLOCKS,
    characters: Number.POSITIVE_INFINITY,
  });
  return { type: 'home', blocks: [...blocks] };
}

/** How everybody is doing together, in a sentence, and the way to all of it. */
function pulseOf({ pulse }: Home, seen: Seen): readonly Block[] {
  if (pulse === null) return [];
  const sentence = pulseSentence(pulse, plainPen(seen.timeZone));
  return [divides(), ...lines(sentence, [button(ACTIONS.showPulse, pulseButtons.showPulse, '')])];
}
