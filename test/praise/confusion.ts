import { suggestLane } from '../../src/recognition/suggest-lane.ts';
import type { Suggestion } from '../../src/views.ts';
import { type Example, LANES } from './examples.ts';

type Answer = { readonly is: Example['lane']; readonly suggested: Suggestion | null };

/** What Herald suggests for labelled examples, as the tables that docs/praise-suggestions.md holds. */
export function confusionTables(examples: readonly Example[]): string {
  const answers = examples.map(({ lane, words }) => ({ is: lane, suggested: suggestLane(words) }));
  return `${matrix(answers)}\n\n${precisions(answers)}\n\n${sentence(answers)}`;
}

/** How often each lane was right where it was chosen already. */
export function precisionWhereChosen(examples: readonly Example[], lane: Example['lane']): number {
  const answers = examples.map((one) => ({ is: one.lane, suggested: suggestLane(one.words) }));
  return shareRight(answers.filter(({ suggested }) => suggested?.lane === lane && suggested.sure));
}

function matrix(answers: readonly Answer[]): string {
  const rows = LANES.map((is) => {
    const its = answers.filter((answer) => answer.is === is);
    const counts = [...LANES, null].map(
      (lane) => its.filter(({ suggested }) => (suggested?.lane ?? null) === lane).length,
    );
    return [is, ...counts, its.length];
  });
  return table(['is ↓ · suggested →', ...LANES, 'nothing', 'all'], rows);
}

function precisions(answers: readonly Answer[]): string {
  const rows = LANES.map((lane) => {
    const its = answers.filter(({ suggested }) => suggested?.lane === lane);
    const chosen = its.filter(({ suggested }) => suggested?.sure);
    const found = its.filter(({ is }) => is === lane).length / answers.filter(({ is }) => is === lane).length;
    return [
      lane,
      `${right(its)} of ${its.length}`,
      percent(shareRight(its)),
      percent(found),
      `${right(chosen)} of ${chosen.length}`,
      percent(shareRight(chosen)),
    ];
  });
  return table(['suggested', 'right', 'precision', 'recall', 'chosen already: right', 'precision'], rows);
}

function sentence(answers: readonly Answer[]): string {
  const all = right(answers);
  return `Right: ${all} of ${answers.length} (${percent(all / answers.length)}).`;
}

function right(answers: readonly Answer[]): number {
  return answers.filter(({ is, suggested }) => suggested?.lane === is).length;
}

function shareRight(answers: readonly Answer[]): number {
  return right(answers) / answers.length;
}

function percent(share: number): string {
  return Number.isNaN(share) ? '–' : `${Math.round(share * 100)} %`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
