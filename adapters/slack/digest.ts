import type { Digest, Story, View, Win } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { buttons, headings } from '../../src/wording/labels.ts';
import { count } from '../../src/wording/names.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { plainText } from '../../src/wording/plain.ts';
import { moreStories } from '../../src/wording/plain-digest.ts';
import { openQuestion } from '../../src/wording/questions.ts';
import { ACTIONS } from './actions.ts';
import { type Block, type Button, button, divides, heads, lists, notes, offers, says } from './blocks.ts';
import { belowStories } from './digest-below.ts';
import { headlines } from './digest-headlines.ts';
import { topLevel } from './escape.ts';
import { LISTED, MESSAGE_BLOCKS, MESSAGE_CHARACTERS, SENTENCE_TEXT, STORY_SHOWN } from './limits.ts';
import { charactersIn, packed } from './packing.ts';
import type { Seen, Shown } from './seen.ts';
import { clearedBlocks } from './show-obstacles.ts';
import { storyPost } from './show-story.ts';
import { lineOf, storyLines } from './story-lines.ts';

/** The weekly issue: the message, then what follows in its thread. Its text names everybody, and mentions nobody. */
export function digestParts(digest: Digest, seen: Seen): readonly Shown[] {
  const { inALine } = digest;
  const view = { type: 'digest', digest } as const;
  const headlineOf = headlines(digest, seen);
  const blocks = SHOWN_AT_MOST.map((room) => issue(digest, headlineOf, seen, room));
  const first: Shown = {
    text: topLevel(plainText(view, seen.timeZone)),
    blocks: blocks.find((some) => charactersIn(some) <= MESSAGE_CHARACTERS) ?? blocks.at(-1) ?? [],
  };
  const rest = inALine.map((win) => [divides(), ...storyPost(win, headlineOf(win), seen)]);
  const limits = { blocks: MESSAGE_BLOCKS, characters: MESSAGE_CHARACTERS };
  return [
    first,
    ...packed(rest, limits)
      // Nothing stands above the first to be divided from.
      .map((blocks) => ({ text: moreStories(digest.week), blocks: blocks.slice(1) })),
  ];
}

type Room = { readonly words: number; readonly headline: number; readonly lines: number; readonly below: number };

/** As much of each story as is tried, until the issue fits into a message. */
const SHOWN_AT_MOST: readonly Room[] = [
  { words: STORY_SHOWN, headline: SENTENCE_TEXT, lines: 10, below: 300 },
  { words: 500, headline: 300, lines: 10, below: 200 },
  { words: 300, headline: 150, lines: 5, below: 80 },
];

function issue(
  digest: Digest,
  headlineOf: ReturnType<typeof headlines>,
  seen: Seen,
  { words, headline: sentence, lines, below }: Room,
): readonly Block[] {
  const view = { type: 'digest', digest } as const;
  return [
    heads(headline(view, plainPen(seen.timeZone))),
    ...digest.inFull.flatMap((win, index) => [
      ...(index === 0 ? [] : [divides()]),
      ...storyPost(win, headlineOf(win, sentence), seen, words),
    ]),
    ...others(digest.inALine, lines),
    ...besides(digest, seen, below),
    ...asks(digest),
  ];
}

function asks({ question }: Digest): readonly Block[] {
  if (question === undefined) return [];
  return [divides(), says(openQuestion(question)), ...offers([button(ACTIONS.kudosForm, buttons.tellAStory, '')])];
}

/** What an issue says below its stories; of each text at most so much. */
function besides({ below }: Digest, seen: Seen, most: number): readonly Block[] {
  return [...belowStories(below, seen, most), ...clearedBlocks(below?.cleared ?? [], seen)];
}

/** All of these stories stand in the thread, with their words. */
function others(wins: readonly Win[], shown: number): readonly Block[] {
  if (wins.length === 0) return [];
  const more = wins.length - shown;
  const note =
    more > 0
      ? `… and ${count(more, 'story', 'stories')} more; all of them are in the thread.`
      : 'All of them are in the thread.';
  return [divides(), says(headings.alsoTold), lists(wins.slice(0, shown).map(lineOf)), notes(note)];
}

type Preview = Extract<View, { type: 'digest-preview' }>;

/** How much of a text below the stories a look ahead shows. */
const BRIEF = 80;

/** What the next digest will tell; those who may can hold a story for a week. */
export function previewBlocks(view: Preview, seen: Seen): readonly Block[] {
  const { digest, held, unsettled, mayHold } = view;
  const offer = (action: string, label: string) => (win: { readonly id: string }) =>
    mayHold ? [button(action, label, win.id)] : [];
  const hold = offer(ACTIONS.hold, buttons.hold);
  const waiting = [...digest.inFull, ...digest.inALine];
  return [
    says(headline(view, plainPen(seen.timeZone))),
    ...section(null, waiting, seen, hold),
    ...besides(digest, seen, BRIEF),
    ...section(headings.held, held, seen, offer(ACTIONS.release, buttons.release)),
    ...section(headings.unsettled, unsettled, seen, () => []),
  ];
}

function section(title: string | null, wins: readonly Win[], seen: Seen, more: (story: Story) => readonly Button[]) {
  if (wins.length === 0) return [];
  const shown = wins.slice(0, LISTED);
  const rest = wins.length - shown.length;
  return [
    ...(title === null ? [] : [heads(title)]),
    ...storyLines(shown, seen, more),
    ...(rest > 0 ? [notes(`… and ${count(rest, 'story', 'stories')} more`)] : []),
  ];
}
