import type { View } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { howToBegin, inAChannel, twoLanes, whatToType } from '../../src/wording/help.ts';
import { buttons, headings } from '../../src/wording/labels.ts';
import { count } from '../../src/wording/names.ts';
import { obstacleButtons } from '../../src/wording/obstacle-labels.ts';
import { privacyButtons } from '../../src/wording/privacy.ts';
import { pulseButtons, pulseSentence } from '../../src/wording/pulse.ts';
import type { Look } from './asked.ts';
import type { Seen } from './card.ts';
import { type Action, adds, type Element, heads, leads, lists, notes, part, says } from './elements.ts';
import { teamsPen } from './pen.ts';
import { first, press } from './press.ts';
import { all, ideasOf } from './show-ideas.ts';
import { titled } from './show-lists.ts';
import { myObstacles } from './show-obstacles.ts';
import { praiseLines } from './show-praise.ts';
import type { Face } from './shown.ts';
import { VERBS } from './verbs.ts';

type Home = Extract<View, { type: 'home' }>;

/** As many of each as a first page shows; the rest is a button away. */
const SHOWN = 5;

const back: Look = { type: 'home' };

/** A person's first page: a clear first step while it is empty, then what is theirs. */
export function homeFace(view: Home, seen: Seen): Face {
  const { typed } = teamsPen(seen.timeZone);
  const listed = { seen, back, most: SHOWN };
  const begin = view.firstSteps ? [adds(typed(howToBegin)), notes(twoLanes)] : [];
  return {
    body: [
      says(headline(view, teamsPen(seen.timeZone))),
      ...begin,
      ...inbox(view, seen),
      ...myObstacles(view.obstacles, SHOWN, seen),
      ...ideasOf(view.ideas, SHOWN, seen),
      ...titled(headings.aboutMe, view.aboutMe, listed),
      ...titled(headings.toldByMe, view.told, listed),
      ...titled(headings.soFar, view.thisWeek, listed),
      leads(all(seen)),
      leads(press(seen, VERBS.showObstacles, obstacleButtons.list)),
      ...pulseOf(view, seen),
    ],
    actions: ways(seen),
  };
}

/** How everybody is doing together, in a sentence, and the way to all of it. */
function pulseOf({ pulse }: Home, seen: Seen): readonly Element[] {
  if (pulse === null) return [];
  const text = pulseSentence(pulse, teamsPen(seen.timeZone));
  return [part([lists({ lead: text, text: '', links: [press(seen, VERBS.showPulse, pulseButtons.showPulse)] })])];
}

function inbox({ inbox: { praise, more } }: Home, seen: Seen): readonly Element[] {
  if (praise.length === 0) return [];
  const rest = praise.length - SHOWN + more;
  return [
    heads(headings.waiting),
    ...praiseLines(praise.slice(0, SHOWN), seen),
    ...(rest > 0 ? [notes(`… and ${count(rest, 'more', 'more')}`)] : []),
  ];
}

/** What can be typed, each in a line, and buttons for the most of it. */
export function helpFace(opening: string, seen: Seen): Face {
  const { typed } = teamsPen(seen.timeZone);
  return {
    body: [
      says(opening),
      ...whatToType.map(({ type, does }) => lists({ lead: typed(type), text: does, links: [] })),
      part([notes(inAChannel), notes(twoLanes)]),
    ],
    actions: ways(seen),
  };
}

/** The first thing that somebody new reads. */
export function welcomeFace(opening: string, seen: Seen): Face {
  const { typed } = teamsPen(seen.timeZone);
  return { body: [says(opening), adds(typed(howToBegin)), notes(twoLanes)], actions: [tell(seen), help(seen)] };
}

export function tell(seen: Seen): Action {
  return first(press(seen, VERBS.askKudos, headings.tellAStory, { seed: {} }));
}

function help(seen: Seen): Action {
  return press(seen, VERBS.showHelp, buttons.showHelp);
}

function ways(seen: Seen): readonly Action[] {
  return [
    tell(seen),
    press(seen, VERBS.showMine, buttons.myStories),
    press(seen, VERBS.showInbox, buttons.myInbox),
    press(seen, VERBS.showDigest, headings.digest),
    press(seen, VERBS.showSettings, headings.settings),
    press(seen, VERBS.showPrivacy, privacyButtons.privacy),
  ];
}
