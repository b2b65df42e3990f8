import type { AddDetails } from '../commands.ts';
import type { Story } from '../views.ts';
import { reviseStory } from './announce-story.ts';
import { answer } from './answer.ts';
import type { Decision } from './decision.ts';
import { changeRefused, mayRewrite } from './may-change.ts';
import type { Person } from './organization.ts';
import { reviseDigest, type TellingDigest } from './revise-digest.ts';
import { NAME_LIMIT, tidyName, tooLong } from './words.ts';

type Known = {
  readonly command: AddDetails;
  readonly person: Person;
  readonly story: Story | null;
  readonly telling: TellingDigest | null;
};

/** Says which customer it was and where, wherever the story stands. What was said of them before gives way. */
export function addDetails({ command, person, story, telling }: Known): Decision {
  const refused = changeRefused(story, person, mayRewrite);
  if (refused || story === null) return answer(refused ?? { type: 'refusal', reason: 'story-unknown' });
  const customer = tidyName(command.customer);
  const touchpoint = tidyName(command.touchpoint);
  const long = tooLong('customer', customer, NAME_LIMIT) ?? tooLong('touchpoint', touchpoint, NAME_LIMIT);
  if (long) return answer(long);
  const detailed = { ...story, customer, touchpoint };
  return {
    reply: { type: 'details-added', story: detailed },
    facts: [
      { type: 'details-added', organization: person.organization, at: command.at, story: detailed, by: person.id },
    ],
    announce: [
      ...reviseStory(detailed),
      ...(detailed.lane === 'win' ? reviseDigest(telling, detailed.id, detailed) : []),
    ],
  };
}
