import type { TakeWordsBack } from '../commands.ts';
import type { KnownIdea } from '../ideas.ts';
import type { Praise, Story } from '../views.ts';
import { refuse } from './answer.ts';
import type { UndecidedStory } from './call-off.ts';
import { withdrawIdea } from './change-idea.ts';
import type { Decision } from './decision.ts';
import type { Person } from './organization.ts';
import { retractStory } from './retract-story.ts';

/** A story with the praise that it was settled from, if it was. */
export type Told = { readonly story: Story; readonly praise: Praise | null };

type Known = {
  readonly command: TakeWordsBack;
  readonly person: Person;
  readonly told: readonly Told[];
  readonly undecided: readonly UndecidedStory[];
  readonly ideas: readonly KnownIdea[];
  /** How many obstacles they take back with it. */
  readonly obstacles: number;
};

/**
 * Takes back every story that somebody told and every idea that they proposed, each as by itself; what is not told yet
 * is called off, and none of its words are kept to be given back. The digests that told them are edited in one go.
 */
export function takeWordsBack({ command, person, told, undecided, ideas, obstacles }: Known): Decision {
  const stories = told.length + undecided.length;
  if (stories + ideas.length + obstacles === 0) return refuse({ reason: 'nothing-to-undo' });
  const reply = { type: 'words-taken-back', stories, ideas: ideas.length, obstacles } as const;
  const stamp = { organization: person.organization, at: command.at };
  const decisions = [
    ...told.map((one) => {
      const which = { story: one.story.id };
      return retractStory({ command: { ...command, type: 'retract-story', which }, person, ...one, telling: null });
    }),
    ...ideas.map((idea) =>
      withdrawIdea({ command: { ...command, type: 'withdraw-idea', idea: idea.id }, person, idea }),
    ),
  ];
  return {
    reply,
    facts: [
      ...undecided.map(({ key }) => ({ type: 'telling-called-off', ...stamp, key, reply }) as const),
      ...decisions.flatMap(({ facts }) => facts),
    ],
    announce: decisions.flatMap(({ announce }) => announce),
  };
}
