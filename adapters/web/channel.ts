import type { Core } from '../../src/ports.ts';
import type { PersonShown, Post, Story, View } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { dayAndTime, weekdayAndTime } from '../../src/wording/moments.ts';
import { plainPen } from '../../src/wording/pen.ts';
import type { House } from './house.ts';
import { type Html, html } from './html.ts';
import { POSTS_SHOWN } from './limits.ts';
import { praiseLine } from './praise-card.ts';
import { identity } from './read.ts';
import { CHANNEL, CONNECTION } from './sample.ts';
import type { Seen, StoryNow } from './seen.ts';
import { show } from './show.ts';
import { storiesIn } from './stories-in.ts';
import { tour } from './tour.ts';

type ShownPost = { readonly id: string; readonly html: string; readonly said: string };

/** All that a tab shows and that changes by itself. */
export type Channel = {
  readonly posts: readonly ShownPost[];
  readonly forYou: readonly ShownPost[];
  readonly inbox: string;
  readonly waiting: number;
  readonly tour: string;
  readonly clock: {
    readonly now: string;
    readonly text: string;
    readonly due: string | null;
    readonly dueText: string;
  };
};

type Asked = Pick<House, 'linksTo'> & {
  readonly core: Core;
  readonly now: string;
  readonly timeZone: string;
  readonly me: PersonShown;
};

/** What stands in the channel and with one person, as it is now. */
export async function readChannel(
  { core, now, timeZone, me, linksTo }: Asked,
  people: readonly PersonShown[],
): Promise<Channel> {
  const by = identity(me.user);
  const feed = (place: Parameters<typeof postsAt>[1]) => postsAt(core, place);
  const posts = await feed({ kind: 'channel', connection: CONNECTION, channel: CHANNEL });
  const forMe = await feed({ kind: 'person', person: me.person });
  const inbox = await core.ask({ type: 'inbox', by });
  const preview = await core.ask({ type: 'digest-preview', by, at: now });
  const stories = await storiesNow(
    core,
    me.user,
    [...posts, ...forMe].map((post) => post.view),
  );
  const wholeStories = await linksTo(
    posts.flatMap(({ view }) => (view.type === 'digest' ? storiesIn(view) : [])).map(({ id }) => id),
  );
  const noPlaces = { named: [], suggested: null };
  const seen: Seen = { me, people, timeZone, stories, places: noPlaces, wholeStories, as: 'post' };
  const due = preview.type === 'digest-preview' && preview.due > now ? preview.due : null;
  const waiting = inbox.type === 'inbox' ? inbox.praise : [];
  return {
    posts: posts.map((post) => shown(post, seen)),
    // Praise that waits stands in the inbox above; here it would stand twice.
    forYou: forMe
      .filter(({ view }) => view.type !== 'praise-waiting')
      .map((post) => shown(post, seen))
      .reverse(),
    inbox: waiting.map((praise) => praiseLine(praise).html).join(''),
    waiting: inbox.type === 'inbox' ? waiting.length + inbox.more : 0,
    tour: tour({
      posts,
      forMe,
      waiting: waiting.length,
      due,
      when: due === null ? '' : momentAhead(now, due, timeZone),
    }).html,
    clock: {
      now,
      text: dayAndTime(now, timeZone),
      due,
      dueText: due === null ? '' : momentAhead(now, due, timeZone),
    },
  };
}

const ALMOST_A_WEEK_MS = 6 * 24 * 3_600_000;

/** "Monday 9:00", or on a Monday past nine "next Monday 9:00". */
function momentAhead(now: string, due: string, timeZone: string): string {
  const moment = weekdayAndTime(due, timeZone);
  return Date.parse(due) - Date.parse(now) > ALMOST_A_WEEK_MS ? `next ${moment}` : moment;
}

async function postsAt(
  core: Core,
  place: Extract<Parameters<Core['ask']>[0], { type: 'feed' }>['place'],
): Promise<readonly Post[]> {
  const view = await core.ask({ type: 'feed', place, limit: POSTS_SHOWN });
  return view.type === 'feed' ? view.posts : [];
}

/** The stories in these views as they are now; those that are no more are left out. */
export async function storiesNow(
  core: Core,
  user: string,
  views: readonly View[],
): Promise<ReadonlyMap<string, StoryNow>> {
  const ids = new Set(views.flatMap(storiesIn).map((story: Story) => story.id));
  const asked = await Promise.all([...ids].map((story) => core.ask({ type: 'story', by: identity(user), story })));
  return new Map(asked.flatMap((view) => (view.type === 'story' ? [[view.story.id, view]] : [])));
}

function shown({ id, at, view }: Post, seen: Seen): ShownPost {
  const inside: Html = show(view, seen);
  const time = dayAndTime(at, seen.timeZone);
  return {
    id,
    html: html`<article class="post ${view.type}" data-post="${id}"><p class="when"><time datetime="${at}">${time}</time></p>${inside}</article>`
      .html,
    said: headline(view, plainPen(seen.timeZone)),
  };
}
