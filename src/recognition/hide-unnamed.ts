import type { Announce } from '../commands.ts';
import type { Story, View } from '../views.ts';
import type { Announcement, Decision } from './decision.ts';
import type { Person } from './organization.ts';
import { partsOf } from './without-name.ts';
import { type Gone, withoutPeople } from './without-person.ts';

/** What Herald says to one person alone: there everybody is named. */
const IN_PRIVATE: readonly Announcement['about']['kind'][] = [
  'named',
  'praise',
  'nomination',
  'welcome',
  'trouble',
  'reminder',
  'idea',
  'noticed',
];

/** Answers that name whoever proposed an idea to somebody else. */
const OF_OTHERS: readonly View['type'][] = ['ideas-alike', 'idea-changed'];

/** A decision whose words in channels name none of those who are not named there. */
export function hideUnnamed(decision: Decision, unnamed: readonly Gone[], announce?: Announce): Decision {
  if (unnamed.length === 0) return decision;
  // Where no story is told in the channel it is typed in, the answer may stand there.
  const isPublic = decision.reply.type === 'kudos-given' && announce === 'digest-only';
  const hides = isPublic || decision.reply.type === 'refusal' || OF_OTHERS.includes(decision.reply.type);
  const reply = hides ? withoutPeople(decision.reply, unnamed) : withoutAuthor(decision.reply, unnamed);
  return { ...decision, reply, announce: decision.announce.map((one) => hiddenIn(one, unnamed)) };
}

function hiddenIn(announcement: Announcement, unnamed: readonly Gone[]): Announcement {
  const { to, about, view } = announcement;
  const isPrivate = to === 'wherever-it-stands' ? IN_PRIVATE.includes(about.kind) : to.kind === 'person';
  return { ...announcement, view: isPrivate ? withoutAuthor(view, unnamed) : withoutPeople(view, unnamed) };
}

/** Whether a story is about an idea is asked of others than its author. */
function withoutAuthor(view: View, unnamed: readonly Gone[]): View {
  if (!('soundsLike' in view) || view.soundsLike === undefined) return view;
  return { ...view, soundsLike: withoutPeople(view.soundsLike, unnamed) };
}

/** A view as somebody may see it who looks something up: with the names of those in their own stories. */
export function asSeenBy(person: Person, view: View, unnamed: readonly Gone[]): View {
  if (unnamed.length === 0) return view;
  const others = unnamed.filter((gone) => gone.person !== person.id);
  switch (view.type) {
    case 'home': {
      const { aboutMe, told, inbox, ...rest } = view;
      return { ...withoutPeople(rest, others), aboutMe, told, inbox };
    }
    case 'story':
      return isIn(view.story, person) ? withoutAuthor(view, others) : withoutPeople(view, others);
    case 'search-results':
      return searchedBy(view, unnamed, others);
    case 'mine':
    case 'inbox':
    case 'praise-waiting':
    case 'settings':
    case 'held':
    case 'erasing':
      return view;
    default:
      return withoutPeople(view, others);
  }
}

type Results = Extract<View, { readonly type: 'search-results' }>;

/**
 * Whoever looks for a name that is hidden must not find out by what is found whose it is. What is found may stand in a
 * channel, so that it names not even the one who asks.
 */
function searchedBy(view: Results, unnamed: readonly Gone[], others: readonly Gone[]): Results {
  const typed = folded(view.words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const sought = others.filter(({ name }) =>
    partsOf(name).some((part) => typed.some((word) => folded(part).startsWith(word))),
  );
  const stories = view.stories.flatMap((story) => {
    const betrays = withoutPeople(story, sought);
    return JSON.stringify(betrays) === JSON.stringify(story) ? [withoutPeople(story, unnamed)] : [];
  });
  return { ...view, stories };
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function isIn(story: Story, { id }: Person): boolean {
  return story.teller.person === id || story.heroes.some((hero) => hero.person === id);
}
