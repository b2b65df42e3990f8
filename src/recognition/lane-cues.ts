import type { Suggestion } from '../views.ts';
import { DELIGHT, NO_PROBLEM, PROBLEM, REPAIR, THANKS } from './lane-cue-lists.ts';

// A problem word and a repair word together stand in 44% of recoveries and 1% of wins (measured on labelled customer
// mails); either alone says little. So only both together make Herald ask.

/** Whether the words carry both a problem and a repair, so that a person should be asked about the lane. */
export function tellsOfRepair(words: string): boolean {
  return repairCues(searchable(words)).length > 0;
}

/** What a customer's words look like, and the words that led to it; null when nothing does. A person decides. */
export function suggestLane(words: string): Suggestion | null {
  const text = searchable(words);
  const repair = repairCues(text);
  if (repair.length > 0) return { lane: 'recovery', because: repair };
  if (problemCues(text).length > 0) return null;
  const delight = found(delightCues, text);
  if (delight.length > 0) return { lane: 'win', because: delight };
  const thanks = found(thanksCues, text);
  return thanks.length > 0 ? { lane: 'thanks', because: thanks } : null;
}

function repairCues(text: string): readonly string[] {
  const problems = problemCues(text);
  const repairs = problems.length > 0 ? found(repairCueList, text) : [];
  return repairs.length > 0 ? [...problems, ...repairs] : [];
}

function problemCues(text: string): readonly string[] {
  const clear = noProblemCues.phrases.reduce((left, phrase) => left.replaceAll(` ${phrase} `, '  '), text);
  return found(problemCueList, clear);
}

type Cues = {
  readonly words: ReadonlySet<string>;
  readonly stems: readonly string[];
  readonly phrases: readonly string[];
};

const problemCueList = cues(PROBLEM);
const repairCueList = cues(REPAIR);
const noProblemCues = cues(NO_PROBLEM);
const delightCues = cues(DELIGHT);
const thanksCues = cues(THANKS);

function cues(list: string): Cues {
  const all = list.split(',').map((cue) => cue.trim());
  const phrases = all.filter((cue) => cue.includes(' '));
  const single = all.filter((cue) => !cue.includes(' '));
  return {
    words: new Set(single.filter((cue) => !cue.endsWith('*'))),
    stems: single.filter((cue) => cue.endsWith('*')).map((cue) => cue.slice(0, -1)),
    // Longest first, so that "no problem at all" goes before "no problem".
    phrases: phrases.toSorted((a, b) => b.length - a.length),
  };
}

/** Lower case, one space between words and around the whole, punctuation gone but for ' and - within words. */
function searchable(words: string): string {
  const plain = words.normalize('NFC').toLowerCase().replaceAll('’', "'");
  return ` ${(plain.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []).join(' ')} `;
}

function found(list: Cues, text: string): readonly string[] {
  const phrases = list.phrases.filter((phrase) => text.includes(` ${phrase} `));
  const words = text.split(' ').filter((word) => word !== '' && isCue(list, word));
  return [...new Set([...phrases, ...words])];
}

function isCue(list: Cues, word: string): boolean {
  return list.words.has(word) || list.stems.some((stem) => word.startsWith(stem));
}
