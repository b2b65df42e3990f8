import type { Refusal } from '../refusal.ts';
import { joinNames } from './names.ts';
import type { Pen } from './pen.ts';

export type ObstacleRefusal = Extract<
  Refusal,
  {
    reason:
      | 'obstacle-without-words'
      | 'obstacle-unknown'
      | 'points-at-somebody'
      | 'obstacle-owned'
      | 'not-the-owner'
      | 'what-changed-missing';
  }
>;

export function obstacleRefusal(refusal: ObstacleRefusal, pen: Pen): string {
  switch (refusal.reason) {
    case 'obstacle-without-words':
      return 'What stands in the way? Write it in a sentence: a rule, a step, a tool.';
    case 'obstacle-unknown':
      return pen.typed('This obstacle is not here any more. See what stands in the way with /unblock list.');
    case 'points-at-somebody': {
      const names = joinNames(refusal.people.map(pen.name));
      return refusal.field === 'whatBroke'
        ? `Herald notes what broke, never who. Write it without ${names}: which step, tool or rule was it?`
        : `Herald asks what stands in the way, never who. Write it without ${names}: which rule, step or tool is it? Nothing was noted yet.`;
    }
    case 'obstacle-owned':
      return `${pen.name(refusal.owner)} said yes first and is on it. Thank you for offering; nothing is left to do.`;
    case 'not-the-owner':
      return refusal.owner === null
        ? 'Nobody is on it yet. Choose “I’ll take it” first; then you can say when it is out of the way.'
        : `${pen.name(refusal.owner)} is on it and says when it is out of the way. Tell them what you know.`;
    case 'what-changed-missing':
      return 'What changed? Write it in a few words, so that those who waited know.';
    default:
      return refusal satisfies never;
  }
}
