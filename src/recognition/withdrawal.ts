import type { View } from '../views.ts';

/** Whether a view only takes back what stood before: where nothing was shown yet, nothing is said at all. */
export function isWithdrawal({ type }: View): boolean {
  return type === 'story-withdrawn' || type === 'idea-withdrawn' || type === 'nomination-withdrawn';
}
