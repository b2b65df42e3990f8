import type { MyObstacles, Obstacle, ObstacleOffer, ObstacleView } from '../../src/obstacles.ts';
import { headline } from '../../src/wording/headlines.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { obstacleButtons, obstacleFields, obstacleHeadings } from '../../src/wording/obstacle-labels.ts';
import { howItFell, obstacleParts, obstacleSigns, obstacleState } from '../../src/wording/obstacles.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { ACTIONS } from './actions.ts';
import {
  type Block,
  type Button,
  button,
  divides,
  heads,
  lines,
  lists,
  notes,
  offers,
  quotes,
  says,
} from './blocks.ts';
import { fitting } from './fitting.ts';
import { INPUT_TEXT, LINE_SHOWN, LISTED } from './limits.ts';
import type { Seen } from './seen.ts';

/** What stands in the way: one of them whole, or several in a few lines each. */
export function obstacleBlocks(view: ObstacleView, seen: Seen): readonly Block[] {
  const opening = says(headline(view, plainPen(seen.timeZone)));
  switch (view.type) {
    case 'obstacle':
      return [opening, ...whole(view.obstacle, seen), ...offers(waysOn(view))];
    case 'obstacles':
    case 'obstacles-waiting':
      return [
        opening,
        ...obstacleParts(view).flatMap(({ title, obstacles }) => [heads(title), ...obstacleLines(obstacles, seen)]),
        ...offers(view.type === 'obstacles' ? [button(ACTIONS.askObstacle, obstacleButtons.form, '')] : []),
      ];
    case 'obstacles-raised':
    case 'obstacle-withdrawn':
      return [opening];
    default:
      return view satisfies never;
  }
}

/** Where nothing is offered, whoever it is to may look at what they can do by now. */
function waysOn({ news, obstacle, offers: offered }: Extract<ObstacleView, { type: 'obstacle' }>): readonly Button[] {
  if (offered.length > 0) return offered.map((offer) => pressed(offer, obstacle));
  return news === 'owned' ? [shows(obstacle)] : [];
}

function whole(obstacle: Obstacle, seen: Seen): readonly Block[] {
  const { words, now } = obstacle;
  const changed =
    now.state === 'cleared'
      ? [notes(obstacleFields.changed), quotes(isolate(fitting(now.whatChanged, INPUT_TEXT)))]
      : [];
  return [
    quotes(isolate(fitting(words, INPUT_TEXT))),
    notes(obstacleSigns(obstacle, plainPen(seen.timeZone), seen.timeZone)),
    ...changed,
  ];
}

/** Each in a line, with the way to all of it. */
function obstacleLines(obstacles: readonly Obstacle[], seen: Seen): readonly Block[] {
  return obstacles.slice(0, LISTED).flatMap((obstacle) => {
    const words = isolate(fitting(obstacle.words.replace(/\s+/g, ' '), LINE_SHOWN));
    const offered = obstacle.now.state === 'reported' ? pressed('take', obstacle) : shows(obstacle);
    return [
      ...lines(words, [offered]),
      notes(
        `${obstacleState(obstacle, plainPen(seen.timeZone))} · ${obstacleSigns(obstacle, plainPen(seen.timeZone), seen.timeZone)}`,
      ),
    ];
  });
}

/** Below a digest's stories. */
export function clearedBlocks(cleared: readonly Obstacle[], seen: Seen): readonly Block[] {
  if (cleared.length === 0) return [];
  const line = (obstacle: Obstacle) => ({
    lead: isolate(fitting(obstacle.words.replace(/\s+/g, ' '), LINE_SHOWN)),
    text: `· ${howItFell(obstacle, plainPen(seen.timeZone), LINE_SHOWN)}`,
  });
  return [divides(), says(obstacleHeadings.told), lists(cleared.map(line))];
}

/** What somebody waits on and what they are on, for their own pages. */
export function myObstacles({ waitedOn, owned }: MyObstacles, most: number, seen: Seen): readonly Block[] {
  const part = (title: string, obstacles: readonly Obstacle[]) =>
    obstacles.length === 0 ? [] : [heads(title), ...obstacleLines(obstacles.slice(0, most), seen)];
  return [...part(obstacleHeadings.owned, owned), ...part(obstacleHeadings.waitedOn, waitedOn)];
}

const ACTION_OF: { readonly [offer in ObstacleOffer]: string } = {
  take: ACTIONS.takeObstacle,
  clear: ACTIONS.askCleared,
  release: ACTIONS.releaseObstacle,
  reopen: ACTIONS.reopenObstacle,
};

function pressed(offer: ObstacleOffer, { id }: Obstacle): Button {
  const main = offer === 'take' || offer === 'clear' ? ({ style: 'primary' } as const) : {};
  return button(ACTION_OF[offer], obstacleButtons[offer], id, main);
}

function shows({ id }: Obstacle): Button {
  return button(ACTIONS.showObstacle, obstacleButtons.show, id);
}
