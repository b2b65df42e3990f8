import type { IdeaView } from '../../src/ideas.ts';
import { ideaHeadline } from '../../src/wording/idea-headlines.ts';
import { plainIdeas } from '../../src/wording/plain-ideas.ts';
import type { Seen } from './card.ts';
import { adds, says } from './elements.ts';
import { teamsPen } from './pen.ts';
import type { Face } from './shown.ts';

/** Whatever is said of ideas. */
export function ideaFace(view: IdeaView, { timeZone }: Seen): Face {
  const pen = teamsPen(timeZone);
  const rest = plainIdeas(view, timeZone, pen);
  return { body: [says(ideaHeadline(view, pen)), ...(rest === '' ? [] : [adds(rest)])] };
}
