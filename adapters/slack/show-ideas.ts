import type { IdeaView } from '../../src/ideas.ts';
import { ideaHeadline } from '../../src/wording/idea-headlines.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { plainIdeas } from '../../src/wording/plain-ideas.ts';
import { adds, type Block, says } from './blocks.ts';
import type { Seen } from './seen.ts';

/** Whatever is said of ideas. */
export function ideaBlocks(view: IdeaView, { timeZone }: Seen): readonly Block[] {
  const pen = plainPen(timeZone);
  const rest = plainIdeas(view, timeZone, pen);
  return [says(ideaHeadline(view, pen)), ...(rest === '' ? [] : [adds(rest)])];
}
