import type { TakeWordsBack } from '../commands.ts';
import type { Praise, Story } from '../views.ts';
import { refuse } from './answer.ts';
import type { Announcement, Decision } from './decision.ts';
import type { Person } from './organization.ts';
import { retractStory } from './retract-story.ts';
import { reviseDigest, type TellingDigest } from './revise-digest.ts';

/** A story with all that its being taken back concerns. */
export type Told = {
  readonly story: Story;
  readonly telling: TellingDigest | null;
  readonly praise: Praise | null;
};

type Known = {
  readonly command: TakeWordsBack;
  readonly person: Person;
  readonly told: readonly Told[];
  /** Whether other words of theirs are taken back with them. */
  readonly alsoOthers: boolean;
};

/** Takes back every story that somebody told, each as `retractStory` does; a digest that told several is edited once. */
export function takeWordsBack({ command, person, told, alsoOthers }: Known): Decision {
  if (told.length === 0 && !alsoOthers) return refuse({ reason: 'nothing-to-undo' });
  const decisions = told.map(({ story, praise }) =>
    retractStory({
      command: { ...command, type: 'retract-story', which: { story: story.id } },
      person,
      story,
      telling: null,
      praise,
    }),
  );
  return {
    reply: { type: 'words-taken-back', stories: told.length },
    facts: decisions.flatMap(({ facts }) => facts),
    announce: [...decisions.flatMap(({ announce }) => announce), ...reviseDigests(told)],
  };
}

function reviseDigests(told: readonly Told[]): readonly Announcement[] {
  const tellings = new Map(told.flatMap(({ telling }) => (telling ? [[telling.id, telling] as const] : [])));
  const gone = new Set(told.map(({ story }) => story.id));
  return [...tellings.values()].flatMap((telling) => {
    const left = { ...telling, wins: telling.wins.filter((win) => !gone.has(win.id)) };
    const first = told.find((one) => one.telling?.id === telling.id);
    return first ? reviseDigest(left, first.story.id, null) : [];
  });
}
