import type { Instant } from '../../src/commands.ts';
import type { Question, Whom } from '../../src/questions.ts';
import type { Named, PersonShown, View } from '../../src/views.ts';
import { surelyNamed } from '../../src/wording/praise-sentences.ts';
import { channelName } from './channels.ts';
import { type Desk, identity } from './desk.ts';
import { meet } from './meet.ts';
import type { Seen } from './seen.ts';

/** A person's question, but for who asks. */
export type Look =
  | {
      readonly type:
        | 'inbox'
        | 'mine'
        | 'help'
        | 'digest-preview'
        | 'touchpoint-map'
        | 'settings'
        | 'home'
        | 'pulse-csv'
        | 'privacy'
        | 'taking-back';
    }
  /** `words` are those of a story. */
  | { readonly type: 'touchpoints'; readonly words: string | null }
  | { readonly type: 'pulse'; readonly team: string | null }
  | { readonly type: 'held'; readonly page: number }
  | { readonly type: 'export'; readonly what: 'all' | 'held' }
  | { readonly type: 'erasing'; readonly whom: Whom }
  | { readonly type: 'obstacles' }
  | { readonly type: 'obstacle'; readonly obstacle: string }
  | { readonly type: 'ideas' }
  | { readonly type: 'idea'; readonly idea: string }
  | { readonly type: 'search'; readonly words: string }
  | { readonly type: 'story'; readonly story: string }
  | { readonly type: 'praise'; readonly praise: string };

/** Looks something up for somebody, who is made known first when they are new. */
export async function lookUp(desk: Desk, user: string, look: Look): Promise<View> {
  const by = identity(desk, user);
  const question = questionOf(look, by, desk.clock.now());
  const view = await desk.core.ask(question);
  if (view.type !== 'refusal' || view.reason !== 'person-unknown') return view;
  await meet(desk, [user]);
  return desk.core.ask(question);
}

function questionOf(look: Look, by: ReturnType<typeof identity>, at: Instant): Question {
  switch (look.type) {
    case 'digest-preview':
    case 'touchpoint-map':
    case 'home':
    case 'pulse-csv':
      return { type: look.type, by, at };
    case 'pulse':
      return { type: 'pulse', by, at, team: look.team };
    case 'search':
      return { type: 'search', by, words: look.words };
    case 'story':
      return { type: 'story', by, story: look.story };
    case 'touchpoints':
      return { type: 'touchpoints', by, words: look.words };
    case 'praise':
      return { type: 'praise', by, praise: look.praise };
    case 'held':
      return { type: 'held', by, page: look.page };
    case 'export':
      return { type: 'export', by, what: look.what };
    case 'erasing':
      return { type: 'erasing', by, whom: look.whom };
    case 'obstacle':
      return { type: 'obstacle', by, obstacle: look.obstacle };
    case 'obstacles':
      return { type: 'obstacles', by };
    case 'idea':
      return { type: 'idea', by, idea: look.idea };
    case 'ideas':
    case 'inbox':
    case 'mine':
    case 'help':
    case 'settings':
    case 'privacy':
    case 'taking-back':
      return { type: look.type, by };
    default:
      return look satisfies never;
  }
}

/** What it takes to show this view. */
export async function seenFor(desk: Desk, view: View, as: Seen['as']): Promise<Seen> {
  const users = chosenIn(view).length === 0 ? new Map<string, string>() : await usersByPerson(desk);
  const { uploads: pictureFollows } = desk.workspace;
  return {
    timeZone: await desk.settings.timeZone(),
    as,
    pictureFollows,
    userOf: (person) => users.get(person) ?? null,
    mentionOf: await mentionsFor(desk, view, as),
    wholeStories: new Map(),
  };
}

/** A digest alone mentions anybody, and only where an admin chose so. */
async function mentionsFor(desk: Desk, view: View, as: Seen['as']): Promise<Seen['mentionOf']> {
  if (view.type !== 'digest' || as !== 'post' || !(await desk.settings.digestMentions())) return () => null;
  const people = await peopleThere(desk);
  const users = new Map(people.filter(({ active }) => active).map(({ person, user }) => [person, user]));
  return (person) => users.get(person) ?? null;
}

/** A view with the channel's name for its id, where people read it. */
export async function withNames({ api }: Desk, view: View): Promise<View> {
  if (view.type !== 'settings' && view.type !== 'settings-changed') return view;
  const name = await channelName(api, view.settings.digestChannel);
  return name === null ? view : { ...view, settings: { ...view.settings, digestChannel: name } };
}

/** Those who stand chosen in a list that Slack shows, for which it needs their ids. */
function chosenIn(view: View): readonly Named[] {
  switch (view.type) {
    case 'nomination-waiting':
      return view.nomination.heroes;
    case 'praise-waiting':
    case 'praise-already-here':
      return surelyNamed(view.praise.guessedHeroes);
    default:
      return [];
  }
}

/** Slack's user ids of everybody whom Herald knows, by their id in Herald. */
export async function usersByPerson(desk: Desk): Promise<ReadonlyMap<string, string>> {
  return new Map((await peopleThere(desk)).map(({ person, user }) => [person, user]));
}

async function peopleThere({ core, workspace }: Desk): Promise<readonly PersonShown[]> {
  const view = await core.ask({ type: 'people', connection: workspace.connection });
  return view.type === 'people' ? view.people : [];
}
