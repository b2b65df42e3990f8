import type { Digest, View, Win } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { buttons, headings } from '../../src/wording/labels.ts';
import { moreBelow, moreStories, plainDigest } from '../../src/wording/plain-digest.ts';
import { paragraphs } from '../../src/wording/plain-story.ts';
import { openQuestion } from '../../src/wording/questions.ts';
import { toldHeadline } from '../../src/wording/story-headlines.ts';
import { shownWords } from '../../src/wording/unwrap.ts';
import type { Look } from './asked.ts';
import type { Seen, Shown } from './card.ts';
import { ideasBelow } from './digest-below.ts';
import { type Element, folded, heads, leads, lists, notes, offers, part, says, unfolds } from './elements.ts';
import { tell } from './home.ts';
import { teamsPen } from './pen.ts';
import { press } from './press.ts';
import type { Room } from './room.ts';
import { storyLines, titled } from './show-lists.ts';
import { clearedLines } from './show-obstacles.ts';
import { around, lineOf, storyPost, wayToWhole, wholeWords } from './show-story.ts';
import { asFirstPart, asPart, type Face, type PartShown } from './shown.ts';
import { VERBS } from './verbs.ts';

/** The weekly issue: the message, then what follows in its thread. */
export function digestParts(digest: Digest, seen: Seen): readonly Shown[] {
  const first = asFirstPart({ type: 'digest', digest }, seen, (room) => issue(digest, seen, room));
  const parts = [first.shown];
  let left = digest.inALine.slice(first.room.lines);
  while (left.length > 0) {
    const { shown, room } = further({ ...digest, inFull: [], inALine: left }, seen);
    parts.push(shown);
    left = left.slice(room.lines);
  }
  return parts;
}

/** More of an issue's short stories. */
function further(digest: Digest, seen: Seen): PartShown {
  const { week, inALine } = digest;
  const title = moreStories(week);
  const text = ({ lines }: Room) =>
    paragraphs(title, plainDigest({ ...digest, inALine: inALine.slice(0, lines) }, seen.timeZone));
  return asPart(title, text, seen, (room) => ({ body: [heads(title), ...lines(inALine, seen, room)] }));
}

/** The first message of a digest. Names, not mentions: it is no reason to ring. */
export function issue(digest: Digest, seen: Seen, room: Room): Face {
  return {
    body: [
      heads(headline({ type: 'digest', digest }, teamsPen(seen.timeZone)), 'Large'),
      ...digest.inFull.map((win) => part(inFull(win, seen, room))),
      ...others(digest.inALine, seen, room),
      ...belowStories(digest, seen),
      ...asks(digest, seen),
    ],
  };
}

function asks({ question }: Digest, seen: Seen): readonly Element[] {
  return question === undefined ? [] : [part([says(openQuestion(question)), ...offers([tell(seen)])])];
}

function belowStories({ below }: Digest, seen: Seen): readonly Element[] {
  return [...ideasBelow(below, seen), ...clearedLines(below?.cleared ?? [], seen)];
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
  return [part([heads(headings.alsoTold), ...lines(wins, seen, room)])];
}

function lines(wins: readonly Win[], seen: Seen, room: Room): readonly Element[] {
  const more = wins.length - room.lines;
  return [
    ...wins
      .slice(0, room.lines)
      .flatMap((win, index) => (index < room.unfolding ? unfoldingLine(win, index, seen, room) : [line(win, seen)])),
    ...(more > 0 ? [notes(moreBelow(more))] : []),
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
  return lists(lineOf(win, [wayToWhole(win, seen)]));
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
      ...belowStories(digest, seen),
      ...titled(headings.held, held, { ...listed, more: offer(VERBS.release, buttons.release) }),
      ...titled(headings.unsettled, unsettled, listed),
    ],
  };
}
