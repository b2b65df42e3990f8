import type { Card } from './card.ts';

// How much stands in a card. Limits of Teams' own have their source; the others are a matter of reading.

/** microsoftteams/platform/bots/how-to/format-your-bot-messages: a message above about 100 KB is refused with 413. */
const CARD_BYTES = 80 * 1024;

/** A sentence may name fifty heroes; as much of it as anybody reads. */
export const SENTENCE_TEXT = 900;
/** One line, for a notification. */
export const SUMMARY_TEXT = 200;
/** As much of a person's words as a field takes: the core says more than that is too long, and by how much. */
export const INPUT_TEXT = 6000;
/** As much as a line of a list shows of a story. */
export const LINE_SHOWN = 140;
export const BUTTON_TEXT = 60;

/** How much is shown: first what is pleasant to read, then less, until the card is no bigger than it may be. */
export type Room = {
  /** Of a story among others. */
  readonly story: number;
  /** Of a story, or a customer's words, that somebody asked to see. */
  readonly whole: number;
  /** Of the message as plain text, for where no card can be shown: all of it, but for a customer's longest letters. */
  readonly text: number;
  readonly listed: number;
  /** Of a digest's short stories: how many unfold in the card, and how many have a line. */
  readonly unfolding: number;
  readonly lines: number;
  /** Whether a picture may stand in it, which takes as much as all the words together. */
  readonly pictures: boolean;
};

const pleasant: Room = { story: 1200, whole: 6000, text: 24_000, listed: 12, unfolding: 30, lines: 60, pictures: true };
const tight: Room = { story: 300, whole: 1500, text: 900, listed: 6, unfolding: 0, lines: 30, pictures: false };

const ROOMS: readonly Room[] = [
  pleasant,
  { ...pleasant, text: 6000 },
  { ...pleasant, text: 6000, unfolding: 12 },
  { ...pleasant, story: 700, whole: 3000, text: 3000, unfolding: 6 },
  tight,
  { ...tight, story: 120, whole: 600, text: 300, listed: 4, lines: 10 },
];

/** The card with as much as fits, and how much that is; once Teams found one too big (`short`), only with little. */
export function firstThatFits(
  build: (room: Room) => Card,
  short: boolean,
): { readonly card: Card; readonly room: Room } {
  const limit = short ? CARD_BYTES / 4 : CARD_BYTES;
  const [pleasantest = tight, ...less] = short ? ROOMS.slice(ROOMS.indexOf(tight)) : ROOMS;
  let fitted = { card: build(pleasantest), room: pleasantest };
  for (const room of less) {
    if (bytesOf(fitted.card) <= limit) return fitted;
    fitted = { card: build(room), room };
  }
  return fitted;
}

function bytesOf(card: Card): number {
  return Buffer.byteLength(JSON.stringify(card));
}
