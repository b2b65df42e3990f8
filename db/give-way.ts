import { constants, setPriority } from 'node:os';

/**
 * Has the calling thread give way to all others, for work that nobody waits for. Only Linux counts threads one by one;
 * elsewhere this would slow down the whole process, so there it does nothing.
 */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);
}
