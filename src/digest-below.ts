import type { DigestIdeas } from './ideas.ts';
import type { Obstacle } from './obstacles.ts';

/** What a digest says below its stories. A part is there only when there is something in it. */
export type DigestBelow = {
  readonly ideas?: DigestIdeas;
  /** What stood in the way and has fallen since the last digest. */
  readonly cleared?: readonly Obstacle[];
};
