import type { CheerStory, TakeCheerBack } from '../commands.ts';
import type { Story } from '../views.ts';
import { reviseStory } from './announce-story.ts';
import { answer, refuse } from './answer.ts';
import type { Decision } from './decision.ts';
import { maySee } from './may-change.ts';
import type { Person } from './organization.ts';
import { reviseDigest, type TellingDigest } from './revise-digest.ts';

type Known = {
  readonly command: CheerStory | TakeCheerBack;
  readonly person: Person;
  readonly story: Story | null;
  readonly cheered: boolean;
  readonly telling: TellingDigest | null;
};

/** One person's applause, once however often pressed; it may be taken back and given again. */
export function cheerStory({ command, person, story, cheered, telling }: Known): Decision {
  if (story === null || !maySee(story, person)) return refuse({ reason: 'story-unknown' });
  const byMe = command.type === 'cheer-story';
  if (byMe === cheered) return answer({ type: 'cheered', story: story.id, cheers: story.cheers, byMe });
  const after = { ...story, cheers: story.cheers + (byMe ? 1 : -1) };
  return {
    reply: { type: 'cheered', story: story.id, cheers: after.cheers, byMe },
    facts: [
      {
        type: byMe ? 'story-cheered' : 'cheer-taken-back',
        organization: person.organization,
        at: command.at,
        story: story.id,
        by: person.id,
      },
    ],
    announce: [...reviseStory(after), ...(after.lane === 'win' ? reviseDigest(telling, after.id, after) : [])],
  };
}
