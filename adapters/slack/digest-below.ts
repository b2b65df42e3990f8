import type { DigestBelow } from '../../src/digest-below.ts';
import type { AliveIdea, Idea } from '../../src/ideas.ts';
import { ideaButtons, ideaHeadings } from '../../src/wording/idea-labels.ts';
import { aliveLead, noticedBy } from '../../src/wording/idea-sentences.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { shownWords } from '../../src/wording/unwrap.ts';
import { type Block, button, divides, lines, lists, offers, says } from './blocks.ts';
import { fitting } from './fitting.ts';
import { IDEA_ACTIONS } from './idea-actions.ts';
import type { Seen } from './seen.ts';
import { all } from './show-ideas.ts';

/** What an issue says below its stories; of each text at most so much. */
export function belowStories(below: DigestBelow | undefined, seen: Seen, most: number): readonly Block[] {
  const { alive, looking } = below?.ideas ?? { alive: [], looking: [] };
  if (alive.length + looking.length === 0) return [];
  const pen = plainPen(seen.timeZone);
  return [
    divides(),
    ...(alive.length === 0
      ? []
      : [says(ideaHeadings.cameAlive), lists(alive.map((one) => aliveLine(one, seen, most)))]),
    ...(looking.length === 0
      ? []
      : [
          says(ideaHeadings.looking),
          ...looking.flatMap((idea) =>
            lines(`${pen.name(idea.author)}: “${briefly(idea, most)}”`, [
              button(IDEA_ACTIONS.lendHand, ideaButtons.lendHand, idea.id),
            ]),
          ),
        ]),
    ...offers([all]),
  ];
}

function aliveLine(one: AliveIdea, { timeZone }: Seen, most: number) {
  const pen = plainPen(timeZone);
  const { idea, noticed } = one;
  const said =
    noticed === null ? '' : ` ${noticedBy(noticed, pen)}: “${isolate(fitting(onOneLine(shownWords(noticed)), most))}”`;
  return { lead: fitting(aliveLead(one, pen), most), text: `“${briefly(idea, most)}”${said}` };
}

function briefly({ words }: Idea, most: number): string {
  return isolate(fitting(onOneLine(words), most));
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
