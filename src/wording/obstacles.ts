import type { Obstacle, ObstacleView } from '../obstacles.ts';
import { date } from './moments.ts';
import { count } from './names.ts';
import { obstacleHeadings } from './obstacle-labels.ts';
import type { Pen } from './pen.ts';
import { shortened } from './shorten.ts';

type Of<Type extends ObstacleView['type']> = Extract<ObstacleView, { type: Type }>;

export function obstacleHeadline(view: ObstacleView, pen: Pen): string {
  switch (view.type) {
    case 'obstacle':
      return newsHeadline(view, pen);
    case 'obstacles':
      return view.open.length === 0
        ? pen.typed('Nothing stands in the way that Herald knows of. Say what does with /unblock and what it is.')
        : `${count(view.open.length, 'obstacle stands', 'obstacles stand')} in the way${view.more ? ', and there are more' : ''}`;
    case 'obstacles-waiting': {
      const many = view.fresh.length + view.long.length;
      return `${count(many, 'obstacle waits', 'obstacles wait')} for somebody to say yes`;
    }
    case 'obstacles-raised':
      return `${count(view.many, 'obstacle', 'obstacles')} put before those who manage.`;
    case 'obstacle-withdrawn':
      return 'An obstacle stood here. It was taken back.';
    default:
      return view satisfies never;
  }
}

function newsHeadline({ news, obstacle }: Of<'obstacle'>, pen: Pen): string {
  switch (news) {
    case 'reported':
      return obstacle.origin === 'nameless'
        ? 'Noted, without your name: nothing is kept of who said it. Those who manage read it tomorrow.'
        : 'Noted. Those who manage read it now, and you hear when somebody is on it.';
    case 'joined':
      return `This is known already. Noted that it came up again. ${whoIsOn(obstacle, pen)}`;
    case 'said-before':
      return `This is known already, from you too, and you hear what becomes of it. ${whoIsOn(obstacle, pen)}`;
    case 'new':
      return 'Something stands in the way. Who says yes to it?';
    case 'yours':
      return 'It is yours, and those who wait for it know. Say so when it is out of the way.';
    case 'owned':
      return whoIsOn(obstacle, pen);
    case 'released':
      return 'This waits for somebody to say yes again.';
    case 'cleared':
      return obstacle.now.state === 'cleared'
        ? `Out of the way, with thanks to ${pen.name(obstacle.now.by)}`
        : 'It is out of the way';
    case 'came-back':
      return 'It came back, and waits for somebody to say yes.';
    case 'looked-at':
      return whoIsOn(obstacle, pen);
    default:
      return news satisfies never;
  }
}

function whoIsOn({ now }: Obstacle, pen: Pen): string {
  switch (now.state) {
    case 'reported':
      return 'Nobody is on it yet.';
    case 'owned':
      return `${pen.name(now.owner)} is on it.`;
    case 'cleared':
      return `Out of the way, with thanks to ${pen.name(now.by)}`;
    default:
      return now satisfies never;
  }
}

/** What stands below an obstacle's words, in as few words: its kind, its place, how often, since when and from whom. */
export function obstacleSigns(obstacle: Obstacle, pen: Pen, timeZone: string): string {
  const { kind, touchpoint, times } = obstacle;
  return [
    kind,
    touchpoint === null ? null : pen.text(touchpoint),
    times > 1 ? `came up ${times} times` : null,
    originOf(obstacle, pen, timeZone),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

/** One line on where it stands. */
export function obstacleState({ now }: Obstacle, pen: Pen): string {
  switch (now.state) {
    case 'reported':
      return 'Nobody is on it yet';
    case 'owned':
      return `${pen.name(now.owner)} is on it`;
    case 'cleared':
      return `Out of the way, with thanks to ${pen.name(now.by)}`;
    default:
      return now satisfies never;
  }
}

/** In a digest, under a title that says that it is out of the way: what changed, and whose doing it was. */
export function howItFell({ now }: Obstacle, pen: Pen, most: number): string {
  if (now.state !== 'cleared') return '';
  const changed = pen.text(shortened(now.whatChanged.replace(/\s+/g, ' '), most));
  return `${changed} · with thanks to ${pen.name(now.by)}`;
}

function originOf({ origin, reporter, at }: Obstacle, pen: Pen, timeZone: string): string {
  // Of one without a name only the day is known, as it was where the organization is.
  const day = origin === 'nameless' ? date(`${at}T12:00:00.000Z`, 'UTC') : date(at, timeZone);
  switch (origin) {
    case 'named':
      return reporter === null ? day : `said by ${pen.name(reporter)} on ${day}`;
    case 'nameless':
      return `said without a name on ${day}`;
    case 'story':
      return `what broke in a story of ${day}`;
    default:
      return origin satisfies never;
  }
}

type Part = { readonly title: string; readonly obstacles: readonly Obstacle[] };

/** A list's parts, those alone that hold something. */
export function obstacleParts(view: Of<'obstacles' | 'obstacles-waiting'>): readonly Part[] {
  const { open, cleared, fresh, long } = obstacleHeadings;
  const parts =
    view.type === 'obstacles'
      ? [
          { title: open, obstacles: view.open },
          { title: cleared, obstacles: view.cleared },
        ]
      : [
          { title: fresh, obstacles: view.fresh },
          { title: long, obstacles: view.long },
        ];
  return parts.filter(({ obstacles }) => obstacles.length > 0);
}
