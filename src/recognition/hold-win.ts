import type { HoldWin, ReleaseWin, Week } from '../commands.ts';
import type { Story } from '../views.ts';
import { refuse } from './answer.ts';
import type { Decision } from './decision.ts';
import type { Person } from './organization.ts';

type Known = {
  readonly command: HoldWin | ReleaseWin;
  readonly person: Person;
  readonly story: Story | null;
  /** Whether a digest told it already. */
  readonly told: boolean;
  /** The week of the coming digest. */
  readonly week: Week;
};

/** Keeps a win out of the coming digest, or lets it in after all. */
export function holdWin({ command, person, story, told, week }: Known): Decision {
  if (!person.admin) return refuse({ reason: 'admins-only' });
  if (story === null) return refuse({ reason: 'story-unknown' });
  if (story.lane !== 'win' || told || story.audience === 'heroes') return refuse({ reason: 'not-in-the-digest-queue' });
  const stamp = { organization: person.organization, at: command.at, story: story.id, by: person.id };
  if (command.type === 'release-win') {
    return { reply: { type: 'win-released', story }, facts: [{ type: 'win-released', ...stamp }], announce: [] };
  }
  return {
    reply: { type: 'win-held', story, until: week },
    facts: [{ type: 'win-held', ...stamp, until: week }],
    announce: [],
  };
}
