import type { IdeaView } from '../../src/ideas.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { plainIdeas } from '../../src/wording/plain-ideas.ts';
import { type Html, html } from './html.ts';
import type { Seen } from './seen.ts';
import { headlineOf } from './sentence.ts';

/** Whatever is said of ideas. */
export function ideaCard(view: IdeaView, { timeZone }: Seen): Html {
  const rest = plainIdeas(view, timeZone, plainPen(timeZone));
  return html`<div class="idea"><h3 class="headline">${headlineOf(view, timeZone)}</h3>${rest.split('\n\n').map((part) => html`<p dir="auto">${part}</p>`)}</div>`;
}
