import type { ObstacleQuestion } from './obstacles.ts';
import type { Reading } from './ports.ts';
import { offersTo, shown } from './recognition/obstacle-news.ts';
import type { Person } from './recognition/organization.ts';
import type { View } from './views.ts';

/** As many as one message shows at once. */
const OPEN_LISTED = 15;
const CLEARED_LISTED = 5;

/** What stands in the way, for anybody in the organization. */
export async function answerObstacles(read: Reading, person: Person, question: ObstacleQuestion): Promise<View> {
  const { organization } = person;
  if (question.type === 'obstacle') {
    const obstacle = await read.obstacle(organization, question.obstacle);
    if (obstacle === null) return { type: 'refusal', reason: 'obstacle-unknown' };
    return shown(obstacle, 'looked-at', offersTo(obstacle, person));
  }
  const open = await read.openObstacles(organization, OPEN_LISTED + 1);
  return {
    type: 'obstacles',
    open: open.slice(0, OPEN_LISTED),
    cleared: await read.clearedObstacles(organization, CLEARED_LISTED),
    more: open.length > OPEN_LISTED,
  };
}
