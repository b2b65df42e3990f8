import type { Refusal, Story } from '../views.ts';
import type { Person } from './organization.ts';

/** Its teller may take a story back and mend its words; so may an admin, for a name that should not stand there. */
export function mayRewrite(story: Story, person: Person): boolean {
  return story.teller.person === person.id || person.admin;
}

/** Which lane a story is in, its teller, its heroes, a manager or an admin may say. */
export function maySayLane(story: Story, person: Person): boolean {
  return mayRewrite(story, person) || person.manager || story.heroes.some((hero) => hero.person === person.id);
}

/** A story for its heroes alone is seen by them, its teller and nobody else. */
export function maySee(story: Story, person: Person): boolean {
  if (story.audience === 'everyone') return true;
  return story.teller.person === person.id || story.heroes.some((hero) => hero.person === person.id);
}

/**
 * The refusal for a story that is not there, not for this person's eyes (answered alike, so that nobody learns that
 * it exists), or not theirs to change; null when they may.
 */
export function changeRefused(
  story: Story | null,
  person: Person,
  may: (story: Story, person: Person) => boolean,
): Refusal | null {
  if (story === null || !(maySee(story, person) || may(story, person)))
    return { type: 'refusal', reason: 'story-unknown' };
  return may(story, person) ? null : { type: 'refusal', reason: 'not-yours-to-change', teller: story.teller };
}
