import type { Story } from '../../src/views.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { buttons } from '../../src/wording/labels.ts';
import { count, joinNames, visibleName } from '../../src/wording/names.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { namedHeadline, toldHeadline } from '../../src/wording/story-headlines.ts';
import { shownWords } from '../../src/wording/unwrap.ts';
import { ACTIONS } from './actions.ts';
import { type Block, type Button, button, type Line, lines } from './blocks.ts';
import { fitting } from './fitting.ts';
import { LINE_SHOWN } from './limits.ts';
import type { Seen } from './seen.ts';

/** To a hero: who told it, and what. */
export function linesAboutMe(stories: readonly Story[], seen: Seen): readonly Block[] {
  return stories.flatMap((story) => storyLine(story, namedHeadline(story, plainPen(seen.timeZone))));
}

/** To whoever told them: about whom, and the way to change them. */
export function linesToldByMe(stories: readonly Story[]): readonly Block[] {
  return stories.flatMap((story) =>
    line(story, heroesOf(story), [button(ACTIONS.showStory, buttons.changeStory, story.id)]),
  );
}

/** To anybody; `more` are further buttons. */
export function storyLines(
  stories: readonly Story[],
  seen: Seen,
  more: (story: Story) => readonly Button[] = () => [],
): readonly Block[] {
  return stories.flatMap((story) => storyLine(story, toldHeadline(story, plainPen(seen.timeZone)), more(story)));
}

function storyLine(story: Story, lead: string, more: readonly Button[] = []): readonly Block[] {
  const rest = leavesOut(story, lead) ? [button(ACTIONS.showStory, buttons.wholeStory, story.id)] : [];
  return line(story, lead, [...rest, ...more]);
}

function line(story: Story, lead: string, offered: readonly Button[]): readonly Block[] {
  return lines(`${fitting(lead, LINE_SHOWN)}\n${inBrief(story)}`, offered);
}

/** Whether there is more to a story than its line shows. */
function leavesOut(story: Story, lead: string): boolean {
  const { customer, touchpoint, permalink, voice, lane } = story;
  const cut = Math.max(lead.length, onOneLine(story).length) > LINE_SHOWN;
  const known = (voice === 'colleague' && customer !== null) || touchpoint !== null || permalink !== null;
  return cut || known || lane === 'recovery';
}

/** A line of a list without buttons. */
export function lineOf(story: Story): Line {
  return { lead: `${fitting(heroesOf(story), LINE_SHOWN)}:`, text: inBrief(story) };
}

function inBrief(story: Story): string {
  const cheers = story.cheers === 0 ? '' : ` · ${count(story.cheers, 'cheer', 'cheers')}`;
  return `“${isolate(fitting(onOneLine(story), LINE_SHOWN))}”${cheers}`;
}

function onOneLine(story: Story): string {
  return shownWords(story).replace(/\s+/g, ' ');
}

function heroesOf({ heroes }: Story): string {
  return joinNames(heroes.map((hero) => isolate(visibleName(hero.name))));
}
