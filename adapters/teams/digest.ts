import type { Digest, View, Win } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { buttons, headings } from '../../src/wording/labels.ts';
import { count } from '../../src/wording/names.ts';
import { toldHeadline } from '../../src/wording/story-headlines.ts';
import { shownWords } from '../../src/wording/unwrap.ts';
import type { Look } from './asked.ts';
import type { Seen } from './card.ts';
import { type Element, folded, heads, leads, lists, notes, offers, part, says, unfolds } from './elements.ts';
import { teamsPen } from './pen.ts';
import { press } from './press.ts';
import type { Room } from './room.ts';
import { storyLines, titled } from './show-lists.ts';
import { around, lineOf, storyPost, wholeWords } from './show-story.ts';
import type { Face } from './shown.ts';
import { VERBS } from './verbs.ts';

/** The weekly issue. Names, not mentions: it is no reason to ring. */
export function issue(digest: Digest, seen: Seen, room: Room): Face {
  return {
    body: [
      heads(headline({ type: 'digest', digest }, teamsPen(seen.timeZone)), 'Large'),
      ...digest.inFull.map((win) => part(inFull(win, seen, room))),
      ...others(digest.inALine, seen, room),
    ],
  };
}

/** A story in full. The way to the rest of a long one is a link, so that each has one button. */
function inFull(win: Win, seen: Seen, room: Room): readonly Element[] {
  const { body, actions = [] } = storyPost(win, toldHeadline(win, teamsPen(seen.timeZone)), seen, room);
  const [cheer, whole] = actions;
  return [...body, ...(whole === undefined ? [] : [leads(whole)]), ...offers(cheer === undefined ? [] : [cheer])];
}

/** The short ones unfold where they stand, for whoever wants to read them; where there is no room, a link shows them. */
function others(wins: readonly Win[], seen: Seen, room: Room): readonly Element[] {
  if (wins.length === 0) return [];
  const more = wins.length - room.lines;
  const rest = more > 0 ? [notes(`… and ${count(more, 'story', 'stories')} more; search finds them all.`)] : [];
  return [
    part([
      heads(headings.alsoTold),
      ...wins
        .slice(0, room.lines)
        .flatMap((win, index) => (index < room.unfolding ? unfoldingLine(win, index, seen, room) : [line(win, seen)])),
      ...rest,
    ]),
  ];
}

function unfoldingLine(win: Win, index: number, seen: Seen, room: Room): readonly Element[] {
  const id = `story-${index}`;
  return [
    lists(lineOf(win, [unfolds(id, buttons.wholeStory)])),
    folded(id, [...wholeWords(shownWords(win), room), ...around(win, seen)]),
  ];
}

function line(win: Win, seen: Seen): Element {
  return lists(lineOf(win, [press(seen, VERBS.showStory, buttons.wholeStory, { story: win.id })]));
}

type Preview = Extract<View, { type: 'digest-preview' }>;

const back: Look = { type: 'digest-preview' };

/** What the next digest will tell; those who may can hold a story for a week. */
export function preview(view: Preview, seen: Seen, room: Room): Face {
  const { digest, held, unsettled, mayHold } = view;
  const offer = (verb: typeof VERBS.hold | typeof VERBS.release, label: string) => (win: { readonly id: string }) =>
    mayHold ? [press(seen, verb, label, { story: win.id })] : [];
  const listed = { seen, back, most: room.listed };
  return {
    body: [
      says(headline(view, teamsPen(seen.timeZone))),
      ...storyLines([...digest.inFull, ...digest.inALine], { ...listed, more: offer(VERBS.hold, buttons.hold) }),
      ...titled(headings.held, held, { ...listed, more: offer(VERBS.release, buttons.release) }),
      ...titled(headings.unsettled, unsettled, listed),
    ],
  };
}
