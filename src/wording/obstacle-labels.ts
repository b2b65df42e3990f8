import type { ObstacleKind } from '../obstacles.ts';

/** What stands on buttons about an obstacle. */
export const obstacleButtons = {
  take: 'I’ll take it',
  clear: 'It is out of the way',
  release: 'I can’t after all',
  reopen: 'It came back',
  report: 'Say it',
  saveCleared: 'Tell them',
  list: 'What stands in the way',
  form: 'Say what stands in the way',
  /** Where there is room for a few words only. */
  formShort: 'What is in the way?',
  show: 'Look at it',
} as const;

export const obstacleKinds: { readonly [kind in ObstacleKind]: string } = {
  policy: 'A policy',
  process: 'A process',
  people: 'Too few people, or too little practice',
  practice: 'A habit',
  tool: 'A tool',
};

export const obstacleFields = {
  words: 'What stands in the way?',
  wordsHint: 'A rule, a step, a tool. Never a person.',
  kind: 'Of what kind is it?',
  kindUnsaid: 'I can’t say',
  whose: 'Who said it?',
  named: 'With my name',
  nameless: 'Without my name',
  namelessShort: 'Keep nothing of who said it',
  namelessHint:
    'Herald keeps nothing of who said it, and the day instead of the time. You will not hear what becomes of it.',
  whatChanged: 'What changed?',
  /** Above the answer, where it is read. */
  changed: 'What changed',
  whatChangedHint: 'In a few words. Those who waited read it, and everybody in the next digest.',
} as const;

export const obstacleHeadings = {
  open: 'In the way now',
  cleared: 'Out of the way lately',
  fresh: 'Came in without a name',
  long: 'For two weeks nobody said yes',
  waitedOn: 'You wait for these',
  owned: 'You are on these',
  told: 'What no longer stands in the way',
} as const;
