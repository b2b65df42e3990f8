import type { DigestIdeas } from './ideas.ts';

/** What a digest says below its stories. A part is there only when there is something in it. */
export type DigestBelow = { readonly ideas?: DigestIdeas };
