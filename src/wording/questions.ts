/** What a week without wins asks the channel: one of these, open, about anybody. */
export const openQuestions: readonly string[] = [
  'Who made a customer smile lately, though nothing had gone wrong?',
  'What did a colleague do for a customer that nobody had asked for?',
  'When did a customer last say “I didn’t expect that”, and meant it well?',
  'Whom did you overhear being kind to a customer?',
  'What surprised a customer of yours lately, in a good way?',
  'What did somebody do for a customer, simply because they felt like it?',
];

/** What follows the question. */
export const howToTell = 'Tell it with /kudos @name and what happened.';

/** The question of a quiet week; any number finds one. */
export function openQuestion(number: number): string {
  return openQuestions[Math.abs(Math.trunc(number)) % openQuestions.length] ?? openQuestions.join(' ');
}
