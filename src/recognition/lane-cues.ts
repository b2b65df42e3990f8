import { anyOf, cues, found, searchable } from './cue-search.ts';
import { NO_PROBLEM, PROBLEM, REPAIR } from './lane-cue-lists.ts';

// A problem word and a repair word together stand in 44% of recoveries and 1% of wins (measured on labelled customer
// mails); either alone says little. So only both together make Herald ask.

const problems = cues(PROBLEM);
const repairs = cues(REPAIR);
const noProblems = anyOf(NO_PROBLEM);

/** Whether the words carry both a problem and a repair, so that a person should be asked about the lane. */
export function tellsOfRepair(words: string): boolean {
  const text = searchable(words);
  if (!(problems.any.test(text) && repairs.any.test(text))) return false;
  const problem = problemCues(text);
  const repair = problem.length > 0 ? repairCues(text) : [];
  // One word alone, such as "apologised", is not both the problem and the repair.
  return repair.length > 0 && new Set([...problem, ...repair]).size > 1;
}

/**
 * The words for something that broke, in searchable text. Cutting out what is no problem only takes cues away: words
 * without any, which most are, are spared it.
 */
export function problemCues(text: string): readonly string[] {
  return found(problems, text).length > 0 ? found(problems, text.replace(noProblems, ' ')) : [];
}

/** The words for making something right, in searchable text. */
export function repairCues(text: string): readonly string[] {
  return found(repairs, text);
}
