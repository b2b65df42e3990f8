import type { Place } from '../commands.ts';
import type { Story } from '../views.ts';
import type { Announcement } from './decision.ts';

/** Who hears of a story at once: each hero, and the channel it was typed in unless it is for the heroes alone. */
export function announceStory(story: Story, where: Place | null): readonly Announcement[] {
  const heroes = story.heroes.map((hero) => tellHero(story, hero.person));
  if (where === null || story.audience === 'heroes') return heroes;
  const channel: Announcement = {
    to: where,
    about: { kind: 'story', id: story.id },
    view: { type: 'story-told', story },
  };
  return [...heroes, channel];
}

function tellHero(story: Story, person: string): Announcement {
  return {
    to: { kind: 'person', person },
    about: { kind: 'named', id: story.id },
    view: { type: 'you-were-named', story },
  };
}

/** Brings what stands of a story up to date, wherever it stands. */
export function reviseStory(story: Story): readonly Announcement[] {
  return [
    { to: 'wherever-it-stands', about: { kind: 'story', id: story.id }, view: { type: 'story-told', story } },
    { to: 'wherever-it-stands', about: { kind: 'named', id: story.id }, view: { type: 'you-were-named', story } },
  ];
}

/** Takes away what stands of a story, wherever it stands. */
export function withdrawStory(story: Story): readonly Announcement[] {
  return [
    { to: 'wherever-it-stands', about: { kind: 'story', id: story.id }, view: { type: 'story-withdrawn' } },
    { to: 'wherever-it-stands', about: { kind: 'named', id: story.id }, view: { type: 'story-withdrawn' } },
  ];
}
