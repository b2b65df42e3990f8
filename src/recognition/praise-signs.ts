import { anyOf, type Cues, cues, found, searchable } from './cue-search.ts';
import { COURTESY, DELIGHT, NO_PROBLEM, THANKS } from './lane-cue-lists.ts';
import { problemCues, repairCues } from './lane-cues.ts';
import * as lists from './praise-cue-lists.ts';

/** What was noticed in a customer's words: each sign's name, and the words that show it; none where none is a reason. */
export type Signs = ReadonlyMap<string, readonly string[]>;

/** Praise says early what it has to say; a longer text is a log or a thread, and would only cost time. */
const READ = 20_000;
const FEW_WORDS = 9;
const MANY_WORDS = 25;

const courtesies = anyOf(COURTESY);
const noProblems = cues(NO_PROBLEM);
const notAngry = anyOf(lists.NOT_ANGRY);
const broke = cues(lists.BROKE);
const mended = cues(lists.MENDED);
const complaints = cues(lists.COMPLAINT);
/** What a person would see as a reason. */
const reasons: readonly (readonly [string, Cues])[] = [
  ['delight', cues(DELIGHT)],
  ['thanks', cues(THANKS)],
  ['unasked', cues(lists.UNASKED)],
  ['others', cues(lists.OTHERS)],
  ['in-general', cues(lists.IN_GENERAL)],
  ['errand', cues(lists.ERRAND)],
  ['life', cues(lists.LIFE)],
];
/** What helps to tell, and would be no answer to "why?". */
const hints: readonly (readonly [string, Cues])[] = [
  ['colleague', cues(lists.COLLEAGUE)],
  ['turn', cues(lists.TURN)],
];

export function signsIn(words: string): Signs {
  const shown = words.slice(0, READ);
  const text = searchable(shown);
  const said = text.replace(courtesies, ' ');
  const signs = new Map(brokenOrMended(text));
  signs.set('complaint', found(complaints, text.replace(notAngry, ' ')));
  for (const [sign, list] of reasons) {
    const because = found(list, said);
    signs.set(sign, because);
    if (because.length > 1) signs.set(`${sign}-twice`, because);
  }
  for (const [sign, because] of signs) if (because.length === 0) signs.delete(sign);
  for (const [sign, list] of hints) if (list.any.test(said)) signs.set(sign, []);
  if (/[?？]/.test(shown)) signs.set('question', []);
  signs.set(lengthOf(text), []);
  return signs;
}

/** A problem or a repair alone says little; how much both together say is another matter. */
function brokenOrMended(text: string): readonly (readonly [string, readonly string[]])[] {
  const problem = [...new Set([...problemCues(text), ...found(broke, text)])];
  const repair = [...new Set([...repairCues(text), ...found(mended, text)])];
  return [
    [repair.length > 0 ? 'problem-with-repair' : 'problem-alone', problem],
    [problem.length > 0 ? 'repair-of-problem' : 'repair-alone', repair],
    ['broken-again', repair.length > 0 && lastOf(problem, text) > lastOf(repair, text) ? problem : []],
    ['no-problem', found(noProblems, text)],
  ];
}

function lastOf(cues: readonly string[], text: string): number {
  return Math.max(...cues.map((cue) => text.lastIndexOf(` ${cue} `)));
}

function lengthOf(text: string): string {
  const count = text.trim().split(' ').length;
  if (count <= FEW_WORDS) return 'few-words';
  return count < MANY_WORDS ? 'some-words' : 'many-words';
}
