import type { DigestBelow } from '../../src/digest-below.ts';
import type { AliveIdea, Idea } from '../../src/ideas.ts';
import { ideaButtons, ideaHeadings } from '../../src/wording/idea-labels.ts';
import { aliveLead, noticedBy } from '../../src/wording/idea-sentences.ts';
import { doing, looking } from './controls.ts';
import { type Html, html, nothing } from './html.ts';
import { ideaList } from './idea-card.ts';
import { STORY_SHOWN } from './limits.ts';
import type { Seen } from './seen.ts';
import { sentence } from './sentence.ts';
import { firstWords } from './words.ts';

/** What the weekly issue says below its stories. */
export function belowStories(below: DigestBelow | undefined, seen: Seen): Html {
  const { alive, looking: wanted } = below?.ideas ?? { alive: [], looking: [] };
  const came = alive.map((one) => aliveItem(one, seen));
  return html`${came.length === 0 ? nothing : html`<h4>${ideaHeadings.cameAlive}</h4><ul class="lines">${came}</ul>`}${ideaList(ideaHeadings.looking, wanted, seen, lend)}`;
}

/** One click, where the idea is read. */
function lend({ id }: Idea): Html {
  return doing({ type: 'lend-hand', idea: id }, ideaButtons.lendHand);
}

function aliveItem(one: AliveIdea, { timeZone }: Seen): Html {
  const { idea, noticed } = one;
  const words =
    noticed === null
      ? nothing
      : html`<p>${sentence((pen) => noticedBy(noticed, pen), timeZone)}:</p>${firstWords(noticed.words, noticed.voice, STORY_SHOWN, looking('story', noticed.story, '…', 'inline'))}`;
  return html`<li class="line"><p><b>${sentence((pen) => aliveLead(one, pen), timeZone)}</b> <q dir="auto">${idea.words}</q></p>${words}
    <div class="actions">${looking('idea', idea.id, ideaButtons.showIdea, 'quiet')}</div></li>`;
}
