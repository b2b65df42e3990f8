import type { Praise, Suggestion } from '../views.ts';
import { settledAs, unsureAbout, wordsMissing } from './labels.ts';
import { joinChoices, joinNames } from './names.ts';
import type { Pen } from './pen.ts';

/** What Herald takes the words for, and which of them made it think so. */
export function suggestionSentence({ lane, because }: Suggestion, pen: Pen): string {
  const reasons = because.map((words) => `“${pen.text(words)}”`).join(', ');
  return `It reads like ${settledAs[lane]}${reasons === '' ? '' : `, because of ${reasons}`}. You decide.`;
}

/** What a person should look at, since the mail did not say it clearly; empty when all is clear. */
export function unsureSentence({ unsure, words }: Pick<Praise, 'unsure' | 'words'>): string {
  if (words === '') return wordsMissing;
  return unsure.length === 0
    ? ''
    : `What came in does not say clearly ${joinNames(unsure.map((field) => unsureAbout[field]))}.`;
}

/** Whether there is something that a person can fill in. */
export function canBeCompleted({ unsure, state }: Praise): boolean {
  return state.status === 'waiting' && (unsure.includes('words') || unsure.includes('name'));
}

/** Those named as the directory has them; the others may be meant, and are chosen by a person alone. */
export function surelyNamed(heroes: Praise['guessedHeroes']): Praise['guessedHeroes'] {
  return heroes.filter(({ said }) => !said);
}

/** Who else may be meant, and by which word; empty when nobody may. */
export function maybeMeantSentence(heroes: Praise['guessedHeroes'], pen: Pen): string {
  const byWord = Map.groupBy(heroes, ({ said }) => said ?? '');
  byWord.delete('');
  const meant = [...byWord].map(([said, ones]) => `“${pen.text(said)}” may be ${joinChoices(ones.map(pen.name))}`);
  return meant.length === 0 ? '' : `${joinNames(meant)}. Choose them only if they are.`;
}

/** Who settled it, below the headline that says as what. */
export function settledBy({ state }: Praise, pen: Pen): string {
  return state.status === 'waiting' ? '' : `Settled by ${pen.name(state.by)}, ${pen.when(state.at)}`;
}

/** In place of words that are kept no longer. */
export function expiredSentence(state: Praise['state'], pen: Pen): string {
  const settled =
    state.status === 'waiting'
      ? ''
      : ` ${pen.name(state.by)} settled them as ${settledAs[state.as]}, on ${pen.when(state.at)}.`;
  return `A customer’s words stood here, and are kept no longer.${settled}`;
}
