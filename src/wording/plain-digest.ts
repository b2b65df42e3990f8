import type { Week } from '../commands.ts';
import type { Digest, View, Win } from '../views.ts';
import { headings } from './labels.ts';
import { dayAndTime, weekName } from './moments.ts';
import { count } from './names.ts';
import { plainBelow } from './plain-ideas.ts';
import { plainCleared } from './plain-obstacles.ts';
import { paragraphs, plainStoryLine, plainStoryListed } from './plain-story.ts';
import { openQuestion } from './questions.ts';

/** The stories of a week: those in full, then a line for each of the others; then what is new. */
export function plainDigest(digest: Digest, timeZone: string): string {
  const inFull = digest.inFull.map((win) => plainStoryListed(win, timeZone));
  const cleared = plainCleared(digest.below?.cleared ?? [], timeZone);
  const also = lines(headings.alsoTold, digest.inALine, timeZone);
  const asks = digest.question === undefined ? '' : openQuestion(digest.question);
  return paragraphs(inFull.join('\n\n* * *\n\n'), also, plainBelow(digest.below, timeZone), cleared, asks);
}

/** Under the first of a digest's messages, about the next. */
export function moreBelow(stories: number): string {
  return `… and ${count(stories, 'story', 'stories')} more, just below.`;
}

/** Above the stories that a digest's first message had no room for. */
export function moreStories(week: Week): string {
  return `More stories of ${weekName(week)}`;
}

type Preview = Extract<View, { type: 'digest-preview' }>;

/** What the next digest will tell, and what waits outside it. */
export function plainPreview({ digest, held, unsettled, due }: Preview, timeZone: string): string {
  return paragraphs(
    plainDigest(digest, timeZone),
    lines(headings.held, held, timeZone),
    lines(headings.unsettled, unsettled, timeZone),
    `It will be posted on ${dayAndTime(due, timeZone)} (${timeZone}).`,
  );
}

function lines(heading: string, wins: readonly Win[], timeZone: string): string {
  if (wins.length === 0) return '';
  return [`${heading}:`, ...wins.map((win) => `- ${plainStoryLine(win, timeZone)}`)].join('\n');
}
