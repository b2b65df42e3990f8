import type { ClearObstacle, Obstacle, ReopenObstacle } from '../obstacles.ts';
import { answer, refuse } from './answer.ts';
import type { Decision } from './decision.ts';
import { type Managing, offersTo, revise, shown, tell } from './obstacle-news.ts';
import type { Person } from './organization.ts';
import { mayActFor } from './own-obstacle.ts';
import { isBlank, tidy, tooLong, WHAT_CHANGED_LIMIT } from './words.ts';

type Known<Asked> = {
  readonly command: Asked;
  readonly person: Person;
  readonly obstacle: Obstacle | null;
  readonly waiting: readonly string[];
};

/** Its owner says that it has fallen, and what changed; those who waited on it hear so, and the next digest tells it. */
export function clearObstacle({ command, person, obstacle, waiting }: Known<ClearObstacle>): Decision {
  if (obstacle === null) return refuse({ reason: 'obstacle-unknown' });
  const { now } = obstacle;
  if (now.state === 'cleared') return answer(shown(obstacle, 'looked-at', offersTo(obstacle, person)));
  const owner = now.state === 'owned' ? now.owner : null;
  if (!mayActFor(person, owner?.person ?? '')) return refuse({ reason: 'not-the-owner', owner });
  const whatChanged = tidy(command.whatChanged);
  if (isBlank(whatChanged)) return refuse({ reason: 'what-changed-missing' });
  const long = tooLong('whatChanged', whatChanged, WHAT_CHANGED_LIMIT);
  if (long) return answer(long);
  const { at } = command;
  // Whoever owned it did it, also where somebody else says so for them.
  const by = owner ?? { person: person.id, name: person.name };
  const cleared: Obstacle = { ...obstacle, now: { state: 'cleared', by, at, whatChanged } };
  const others = [...waiting, by.person].filter((one) => one !== person.id);
  return {
    reply: shown(cleared, 'cleared', ['reopen']),
    facts: [{ type: 'obstacle-changed', organization: person.organization, at, obstacle: cleared }],
    announce: [revise(cleared, 'cleared'), ...tell(others, cleared, 'cleared', { at, offers: ['reopen'] })],
  };
}

/** Whoever meets it again may say so. It waits for somebody to say yes anew; who had cleared it hears of it first. */
export function reopenObstacle({
  command,
  person,
  obstacle,
  managing,
}: Omit<Known<ReopenObstacle>, 'waiting'> & { readonly managing: Managing }): Decision {
  if (obstacle === null) return refuse({ reason: 'obstacle-unknown' });
  const { now } = obstacle;
  if (now.state !== 'cleared') return answer(shown(obstacle, 'looked-at', offersTo(obstacle, person)));
  const { at } = command;
  const stamp = { organization: person.organization, at };
  const open: Obstacle = { ...obstacle, times: obstacle.times + 1, now: { state: 'reported' } };
  const heard = [now.by.person, ...managing].filter((one) => one !== person.id);
  return {
    reply: shown(open, 'came-back', offersTo(open, person)),
    facts: [
      { type: 'obstacle-changed', ...stamp, obstacle: open },
      { type: 'obstacle-came-up', ...stamp, obstacle: open.id, waits: person.id, story: null },
    ],
    announce: [revise(open, 'came-back'), ...tell(heard, open, 'came-back', { at, offers: ['take'] })],
  };
}
