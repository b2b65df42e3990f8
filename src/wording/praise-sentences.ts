import type { Praise, Suggestion } from '../views.ts';
import { settledAs, unsureAbout } from './labels.ts';
import { joinNames } from './names.ts';
import type { Pen } from './pen.ts';

/** What Herald takes the words for, and which of them made it think so. */
export function suggestionSentence({ lane, because }: Suggestion, pen: Pen): string {
  const reasons = because.map((words) => `“${pen.text(words)}”`).join(', ');
  return `It reads like ${settledAs[lane]}${reasons === '' ? '' : `, because of ${reasons}`}. You decide.`;
}

/** What a person should look at, since the mail did not say it clearly; empty when all is clear. */
export function unsureSentence(unsure: Praise['unsure']): string {
  return unsure.length === 0
    ? ''
    : `What came in does not say clearly ${joinNames(unsure.map((field) => unsureAbout[field]))}.`;
}

export function settledSentence({ state }: Praise, pen: Pen): string {
  return state.status === 'waiting'
    ? ''
    : `Settled as ${settledAs[state.as]} by ${pen.name(state.by)}, ${pen.when(state.at)}`;
}
