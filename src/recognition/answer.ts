import type { Refusal, View } from '../views.ts';
import type { Decision } from './decision.ts';

/** A decision that only answers: nothing becomes true, nobody hears of it. */
export function answer(reply: View): Decision {
  return { reply, facts: [], announce: [] };
}

type Reason<T> = T extends Refusal ? Omit<T, 'type'> : never;

export function refuse(reason: Reason<Refusal>): Decision {
  return answer({ type: 'refusal', ...reason } as Refusal);
}
