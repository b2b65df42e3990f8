import type { View } from '../views.ts';

/** Whether a view only takes back what stood before: where nothing was shown yet, nothing is said at all. */
export function isWithdrawal({ type }: View): boolean {
  switch (type) {
    case 'story-withdrawn':
    case 'idea-withdrawn':
    case 'nomination-withdrawn':
    case 'obstacle-withdrawn':
      return true;
    default:
      return false;
  }
}
