import type { MyObstacles, Obstacle, ObstacleOffer, ObstacleView } from '../../src/obstacles.ts';
import { headline } from '../../src/wording/headlines.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { obstacleButtons, obstacleFields, obstacleHeadings } from '../../src/wording/obstacle-labels.ts';
import { howItFell, obstacleParts, obstacleSigns, obstacleState } from '../../src/wording/obstacles.ts';
import type { Seen } from './card.ts';
import { type Action, type Element, heads, lists, notes, part, quotes, says } from './elements.ts';
import { fitting, oneLine } from './fitting.ts';
import { teamsPen } from './pen.ts';
import { first, press } from './press.ts';
import { LINE_SHOWN, type Room } from './room.ts';
import type { Face } from './shown.ts';
import { VERBS, type Verb } from './verbs.ts';

/** What stands in the way: one of them whole, or several in a line each. */
export function obstacleFace(view: ObstacleView, seen: Seen, room: Room): Face {
  const opening = says(headline(view, teamsPen(seen.timeZone)));
  switch (view.type) {
    case 'obstacle':
      return {
        body: [opening, ...whole(view.obstacle, seen, room)],
        actions: waysOn(view, seen),
      };
    case 'obstacles':
    case 'obstacles-waiting':
      return {
        body: [
          opening,
          ...obstacleParts(view).flatMap(({ title, obstacles }) => [
            heads(title),
            ...obstacleLines(obstacles.slice(0, room.listed), seen),
          ]),
        ],
        actions: view.type === 'obstacles' ? [press(seen, VERBS.askObstacle, obstacleButtons.form)] : [],
      };
    case 'obstacles-raised':
    case 'obstacle-withdrawn':
      return { body: [opening] };
    default:
      return view satisfies never;
  }
}

/** Where nothing is offered, whoever it is to may look at what they can do by now. */
function waysOn(
  { news, obstacle, offers }: Extract<ObstacleView, { type: 'obstacle' }>,
  seen: Seen,
): readonly Action[] {
  if (offers.length > 0) return offers.map((offer) => pressed(offer, obstacle, seen));
  return news === 'owned' ? [shows(obstacle, seen)] : [];
}

function whole(obstacle: Obstacle, seen: Seen, room: Room): readonly Element[] {
  const { words, now } = obstacle;
  const changed =
    now.state === 'cleared'
      ? [notes(obstacleFields.changed), quotes(isolate(fitting(now.whatChanged, room.whole)))]
      : [];
  return [
    quotes(isolate(fitting(words, room.whole))),
    notes(obstacleSigns(obstacle, teamsPen(seen.timeZone), seen.timeZone)),
    ...changed,
  ];
}

function obstacleLines(obstacles: readonly Obstacle[], seen: Seen): readonly Element[] {
  const pen = teamsPen(seen.timeZone);
  return obstacles.map((obstacle) => {
    const lead = isolate(fitting(oneLine(obstacle.words), LINE_SHOWN));
    const free = obstacle.now.state === 'reported';
    const link = free ? pressed('take', obstacle, seen) : shows(obstacle, seen);
    return lists({ lead, text: `(${obstacleState(obstacle, pen)})`, links: [link] });
  });
}

/** Below a digest's stories. */
export function clearedLines(cleared: readonly Obstacle[], seen: Seen): readonly Element[] {
  if (cleared.length === 0) return [];
  const pen = teamsPen(seen.timeZone);
  const line = (obstacle: Obstacle) => {
    const lead = isolate(fitting(oneLine(obstacle.words), LINE_SHOWN));
    return lists({ lead, text: `· ${howItFell(obstacle, pen, LINE_SHOWN)}`, links: [] });
  };
  return [part([heads(obstacleHeadings.told), ...cleared.map(line)])];
}

/** What somebody waits on and what they are on, for their own pages. */
export function myObstacles({ waitedOn, owned }: MyObstacles, most: number, seen: Seen): readonly Element[] {
  const some = (title: string, obstacles: readonly Obstacle[]) =>
    obstacles.length === 0 ? [] : [heads(title), ...obstacleLines(obstacles.slice(0, most), seen)];
  return [...some(obstacleHeadings.owned, owned), ...some(obstacleHeadings.waitedOn, waitedOn)];
}

const VERB_OF: { readonly [offer in ObstacleOffer]: Verb } = {
  take: VERBS.takeObstacle,
  clear: VERBS.askCleared,
  release: VERBS.releaseObstacle,
  reopen: VERBS.reopenObstacle,
};

function pressed(offer: ObstacleOffer, { id }: Obstacle, seen: Seen): Action {
  const action = press(seen, VERB_OF[offer], obstacleButtons[offer], { obstacle: id });
  return offer === 'take' || offer === 'clear' ? first(action) : action;
}

function shows({ id }: Obstacle, seen: Seen): Action {
  return press(seen, VERBS.showObstacle, obstacleButtons.show, { obstacle: id });
}
