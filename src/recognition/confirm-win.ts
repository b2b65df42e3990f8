import type { ConfirmWin } from '../commands.ts';
import type { Story } from '../views.ts';
import { reviseStory } from './announce-story.ts';
import { answer, refuse } from './answer.ts';
import type { Decision } from './decision.ts';
import { changeRefused, maySayLane } from './may-change.ts';
import type { Person } from './organization.ts';

type Known = { readonly command: ConfirmWin; readonly person: Person; readonly story: Story | null };

/** Nothing had gone wrong first: the win is settled. Said of a settled win, it changes nothing and is no fault. */
export function confirmWin({ command, person, story }: Known): Decision {
  const refused = changeRefused(story, person, maySayLane);
  if (refused || story === null) return answer(refused ?? { type: 'refusal', reason: 'story-unknown' });
  if (story.lane === 'recovery') return refuse({ reason: 'already-in-this-lane', lane: 'recovery' });
  const win = { ...story, settled: true };
  if (story.settled) return answer({ type: 'win-confirmed', story: win });
  return {
    reply: { type: 'win-confirmed', story: win },
    facts: [{ type: 'win-confirmed', organization: person.organization, at: command.at, story: win.id, by: person.id }],
    announce: reviseStory(win),
  };
}
