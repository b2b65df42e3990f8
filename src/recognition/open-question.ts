import type { Week } from '../commands.ts';
import { ordinalOf } from './week.ts';

/** How many open questions wording/ has for a week without wins. */
export const OPEN_QUESTIONS = 6;

/** Questions come two weeks apart or more, so that a number growing every second week brings each before any again. */
export function questionOf(week: Week): number {
  return Math.floor(ordinalOf(week) / 2) % OPEN_QUESTIONS;
}
