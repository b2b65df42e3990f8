import type { DigestBelow } from '../../src/digest-below.ts';
import type { AliveIdea, Idea } from '../../src/ideas.ts';
import { ideaButtons, ideaHeadings } from '../../src/wording/idea-labels.ts';
import { aliveLead, noticedBy } from '../../src/wording/idea-sentences.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { shownWords } from '../../src/wording/unwrap.ts';
import type { Seen } from './card.ts';
import { type Element, heads, lists, part } from './elements.ts';
import { fitting, oneLine } from './fitting.ts';
import { teamsPen } from './pen.ts';
import { press } from './press.ts';
import { LINE_SHOWN } from './room.ts';
import { VERBS } from './verbs.ts';

/** What an issue says of ideas below its stories. */
export function ideasBelow(below: DigestBelow | undefined, seen: Seen): readonly Element[] {
  const { alive, looking } = below?.ideas ?? { alive: [], looking: [] };
  const pen = teamsPen(seen.timeZone);
  return [
    ...(alive.length === 0 ? [] : [part([heads(ideaHeadings.cameAlive), ...alive.map((one) => aliveLine(one, seen))])]),
    ...(looking.length === 0
      ? []
      : [
          part([
            heads(ideaHeadings.looking),
            ...looking.map((idea) =>
              lists({
                lead: `${pen.name(idea.author)}:`,
                text: `“${briefly(idea)}”`,
                links: [press(seen, VERBS.lendHand, ideaButtons.lendHand, { idea: idea.id })],
              }),
            ),
          ]),
        ]),
  ];
}

function aliveLine(one: AliveIdea, { timeZone }: Seen): Element {
  const pen = teamsPen(timeZone);
  const { idea, noticed } = one;
  const words = noticed === null ? '' : isolate(fitting(oneLine(shownWords(noticed)), 2 * LINE_SHOWN));
  const said = noticed === null ? '' : ` ${noticedBy(noticed, pen)}: “${words}”`;
  return lists({ lead: aliveLead(one, pen), text: `“${briefly(idea)}”${said}`, links: [] });
}

function briefly({ words }: Idea): string {
  return isolate(fitting(oneLine(words), LINE_SHOWN));
}
