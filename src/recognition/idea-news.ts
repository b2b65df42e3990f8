import type { Idea, IdeaView, KnownIdea } from '../ideas.ts';
import type { Named, Story } from '../views.ts';
import type { Announcement } from './decision.ts';
import { ideaShown } from './idea-choices.ts';
import type { Person } from './organization.ts';
import { named } from './story-heroes.ts';

type News = Extract<IdeaView, { type: 'idea-news' }>['what'];
type Told = { readonly idea: KnownIdea; readonly announce: readonly Announcement[] };

/** Tells those concerned with an idea, each once, what became of it; not whoever did it. */
export function tellOfIdea(idea: KnownIdea, by: Person, what: News, concerned: readonly Named[]): Told {
  const people = [...new Set(concerned.map(({ person }) => person))].filter((person) => person !== by.id);
  if (people.length === 0) return { idea, announce: [] };
  // Numbered, so that each is a message of its own, and all of them can be found when the idea is withdrawn.
  const told = { ...idea, told: idea.told + 1 };
  const announce = people.map((person): Announcement => {
    const mine = person === idea.author.person;
    const view = { type: 'idea-news', what, idea: ideaShown(told), by: named(by), mine } as const;
    return { to: { kind: 'person', person }, about: aboutIdea(told, told.told), view };
  });
  return { idea: told, announce };
}

/** Its author, whoever backs it, and its hands. */
export function concernedWith({ author, now, hands }: Idea): readonly Named[] {
  const backing = now.state === 'backed' || now.state === 'alive' ? now.backing : null;
  return [author, ...(backing ? [backing.by] : []), ...hands];
}

/** Takes away what stands of an idea, wherever it stands. */
export function withdrawNews(idea: KnownIdea): readonly Announcement[] {
  const news = Array.from({ length: idea.told }, (_, index) => aboutIdea(idea, index + 1));
  const noticed = idea.stories.map((id) => ({ kind: 'noticed', id }) as const);
  return [...news, ...noticed].map((about) => ({ to: 'wherever-it-stands', about, view: { type: 'idea-withdrawn' } }));
}

/** Tells an idea's author and hands, once for each story, that it was noticed; not whoever said so. */
export function tellNoticed(idea: KnownIdea, story: Story, by: Person): readonly Announcement[] {
  const people = [idea.author, ...idea.hands].map(({ person }) => person);
  return [...new Set(people)]
    .filter((person) => person !== by.id)
    .map((person) => ({
      to: { kind: 'person', person },
      about: { kind: 'noticed', id: story.id },
      view: { type: 'idea-noticed', idea: ideaShown(idea), story },
    }));
}

export function aboutIdea({ id }: Idea, number: number): Announcement['about'] {
  return { kind: 'idea', id: `${id} ${number}` };
}
