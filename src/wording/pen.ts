import type { Instant } from '../commands.ts';
import type { Named } from '../views.ts';
import { isolate } from './isolate.ts';
import { dayAndTime } from './moments.ts';
import { visibleName } from './names.ts';

/**
 * How a platform writes, inside a sentence, what came from people and from the clock. The sentences themselves hold
 * no markup and none of `< > &`, so that what a pen makes can be put into them as it is.
 */
export type Pen = {
  readonly name: (named: Named) => string;
  /** Something that a person typed or a mail said: a customer's name, what broke, a search. */
  readonly text: (text: string) => string;
  readonly when: (at: Instant) => string;
  /** A sentence of Herald's own that names commands, such that they stand in it as they are typed on the platform. */
  readonly typed: (sentence: string) => string;
};

/** Writes plain text: for a terminal, a phone's notification, a screen reader. */
export function plainPen(timeZone: string): Pen {
  return {
    name: (named) => isolate(visibleName(named.name)),
    text: isolate,
    when: (at) => dayAndTime(at, timeZone),
    typed: (sentence) => sentence,
  };
}
