import type { MoveStory } from '../commands.ts';
import type { Praise, Recovery, Refusal, Story, Win } from '../views.ts';
import { reviseStory } from './announce-story.ts';
import { answer, refuse } from './answer.ts';
import type { Announcement, Decision } from './decision.ts';
import { changeRefused, maySayLane } from './may-change.ts';
import type { Person } from './organization.ts';
import { reviseDigest, type TellingDigest } from './revise-digest.ts';
import { isBlank, tidy, tooLong, WHAT_BROKE_LIMIT } from './words.ts';

type Known = {
  readonly command: MoveStory;
  readonly mover: Person;
  readonly story: Story | null;
  /** The digest that told it, if one did. */
  readonly telling: TellingDigest | null;
  /** The praise that the story was settled from, if it was. */
  readonly praise: Praise | null;
};

/** Puts a story into the other lane. A digest that told it as a win stops telling it, and tells it again if it returns. */
export function moveStory({ command, mover, story, telling, praise }: Known): Decision {
  const refused = changeRefused(story, mover, maySayLane);
  if (refused || story === null) return answer(refused ?? { type: 'refusal', reason: 'story-unknown' });
  if (story.lane === command.to.lane) return refuse({ reason: 'already-in-this-lane', lane: story.lane });
  const moved = command.to.lane === 'win' ? asWin(story) : asRecovery(story, command.to.whatBroke);
  if ('reason' in moved) return answer(moved);
  return {
    reply: { type: 'story-moved', story: moved },
    facts: [{ type: 'story-moved', organization: mover.organization, at: command.at, story: moved, by: mover.id }],
    announce: [
      ...reviseStory(moved),
      ...reviseDigest(telling, moved.id, moved.lane === 'win' ? moved : null),
      ...revisePraise(praise, moved),
    ],
  };
}

/** Whoever looks up how the customer's words were settled finds the lane that their story is in now. */
function revisePraise(praise: Praise | null, story: Story): readonly Announcement[] {
  if (praise?.state.status !== 'settled') return [];
  const after: Praise = { ...praise, state: { ...praise.state, as: story.lane } };
  const view = { type: 'praise-settled', praise: after, story, channelMissing: false } as const;
  return [{ to: 'wherever-it-stands', about: { kind: 'praise', id: praise.id }, view }];
}

/** Somebody said that nothing had gone wrong, so its lane is settled. */
function asWin(story: Story): Win {
  return { ...withoutLane(story), lane: 'win', settled: true };
}

function asRecovery(story: Story, told: string): Recovery | Refusal {
  const whatBroke = tidy(told);
  if (isBlank(whatBroke)) return { type: 'refusal', reason: 'what-broke-missing' };
  const long = tooLong('whatBroke', whatBroke, WHAT_BROKE_LIMIT);
  return long ?? { ...withoutLane(story), lane: 'recovery', whatBroke };
}

/** What both lanes have in common; nothing of the lane it leaves goes along. */
function withoutLane(story: Story) {
  if (story.lane === 'win') {
    const { lane: _lane, settled: _settled, ...facts } = story;
    return facts;
  }
  const { lane: _lane, whatBroke: _whatBroke, ...facts } = story;
  return facts;
}
