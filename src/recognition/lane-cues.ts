import type { Suggestion } from '../views.ts';
import { COURTESY, DELIGHT, NO_PROBLEM, PROBLEM, REPAIR, THANKS } from './lane-cue-lists.ts';

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
  const said = text.replace(courtesies, ' ');
  const delight = found(delightCues, said);
  if (delight.length > 0) return { lane: 'win', because: delight };
  const thanks = found(thanksCues, said);
  return thanks.length > 0 ? { lane: 'thanks', because: thanks } : null;
}

/** One word alone, such as "apologised", is not both the problem and the repair. */
function repairCues(text: string): readonly string[] {
  const problems = problemCues(text);
  const repairs = problems.length > 0 ? found(repairCueList, text) : [];
  const both = [...new Set([...problems, ...repairs])];
  return repairs.length > 0 && both.length > 1 ? both : [];
}

/** Cutting out what is no problem only takes cues away: words without any, which most are, are spared it. */
function problemCues(text: string): readonly string[] {
  return found(problemCueList, text).length > 0 ? found(problemCueList, text.replace(noProblems, ' ')) : [];
}

type Cues = {
  /** Whether there are any at all: one expression for the whole list takes a twentieth of the time of finding them. */
  readonly any: RegExp;
  readonly words: ReadonlySet<string>;
  readonly stems: readonly string[];
  /** What may stand anywhere within a word. */
  readonly parts: readonly string[];
  readonly phrases: readonly string[];
};

const problemCueList = cues(PROBLEM);
const repairCueList = cues(REPAIR);
const delightCues = cues(DELIGHT);
const thanksCues = cues(THANKS);
const noProblems = anyOf(NO_PROBLEM);
const courtesies = anyOf(COURTESY);

function eachCue(list: string): readonly string[] {
  return list.split(',').map((cue) => cue.trim());
}

function cues(list: string): Cues {
  const all = eachCue(list);
  const single = all.filter((cue) => !cue.includes(' '));
  return {
    any: new RegExp(all.map(pattern).join('|')),
    words: new Set(single.filter((cue) => !cue.endsWith('*'))),
    stems: single.filter((cue) => /^[^*].*\*$/.test(cue)).map((cue) => cue.slice(0, -1)),
    parts: single.filter((cue) => cue.startsWith('*')).map((cue) => cue.slice(1, -1)),
    phrases: all.filter((cue) => cue.includes(' ')),
  };
}

/** A cue as an expression: "word" stands alone, "beginn*" begins a word, and "*part*" stands anywhere in one. */
function pattern(cue: string): string {
  const letters = cue.replaceAll('*', '');
  return `${cue.startsWith('*') ? '' : ' '}${letters}${cue.endsWith('*') ? '' : ' '}`;
}

/** Finds any of these in searchable text, and of two that begin alike the longer one. */
function anyOf(list: string): RegExp {
  const longestFirst = eachCue(list).toSorted((one, other) => other.length - one.length);
  return new RegExp(` (?:${longestFirst.join('|')})(?= )`, 'g');
}

/** Lower case, one space between words and around the whole, punctuation gone but for ' and - within words. */
function searchable(words: string): string {
  const plain = words.normalize('NFC').toLowerCase().replaceAll('’', "'");
  return ` ${(plain.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []).join(' ')} `;
}

function found(list: Cues, text: string): readonly string[] {
  if (!list.any.test(text)) return [];
  const phrases = list.phrases.filter((phrase) => text.includes(` ${phrase} `));
  const words = text.split(' ').filter((word) => word !== '' && isCue(list, word));
  return [...new Set([...phrases, ...words])];
}

function isCue(list: Cues, word: string): boolean {
  return (
    list.words.has(word) ||
    list.stems.some((stem) => word.startsWith(stem)) ||
    list.parts.some((part) => word.includes(part))
  );
}
