import type { Mapped, Touchpoint, TouchpointView } from '../../src/touchpoints.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { obstacleButtons } from '../../src/wording/obstacle-labels.ts';
import { inTheWay, told, touchpointWords as words } from '../../src/wording/touchpoints.ts';
import type { Seen } from './card.ts';
import { type Action, type Element, leads, lists, notes, part, says } from './elements.ts';
import { fitting } from './fitting.ts';
import { first, press } from './press.ts';
import type { Room } from './room.ts';
import type { Face } from './shown.ts';
import { VERBS } from './verbs.ts';

/** Where customers meet the company: as a map, or for those who name it. */
export function touchpointsFace(view: TouchpointView, opening: string, seen: Seen, room: Room): Face {
  const items =
    view.type === 'touchpoint-map'
      ? view.touchpoints.map((one) =>
          part([named(one, room, []), notes(told[one.told]), ...obstaclesAt(one, room, seen)]),
        )
      : view.touchpoints.map((one, index) =>
          part([named(one, room, view.mayChange ? changes(one, index === 0, seen) : [])]),
        );
  return { body: [says(opening), ...items], actions: offered(view, seen) };
}

/** As much of a promise as stands on the map, when there are many and the card has to be small. */
const SHORT = 60;

function named({ name, promise }: Touchpoint, { story }: Room, links: readonly Action[]): Element {
  const said = promise === '' ? '' : `“${isolate(story > SHORT * 10 ? promise : fitting(promise, SHORT))}”`;
  return lists({ lead: isolate(name), text: said, links });
}

function obstaclesAt(mapped: Mapped, { story }: Room, seen: Seen): readonly Element[] {
  const some = story > SHORT * 10 ? mapped.obstacles.length : 1;
  const shown = inTheWay(mapped).slice(0, some);
  const more = mapped.moreObstacles || mapped.obstacles.length > some;
  return [
    ...shown.map(({ id, words: said }) => {
      const look = press(seen, VERBS.showObstacle, obstacleButtons.show, { obstacle: id });
      return lists({ lead: words.inTheWay, text: `“${isolate(fitting(said, story))}”`, links: [look] });
    }),
    ...(more ? [leads(press(seen, VERBS.showObstacles, words.moreInTheWay))] : []),
  ];
}

function changes({ id: about }: Touchpoint, isFirst: boolean, seen: Seen): readonly Action[] {
  const raise = press(seen, VERBS.raiseTouchpoint, words.raise, { about });
  return [
    press(seen, VERBS.askTouchpoint, words.change, { about }),
    ...(isFirst ? [] : [raise]),
    press(seen, VERBS.removeTouchpoint, words.remove, { about }),
  ];
}

function offered(view: TouchpointView, seen: Seen): readonly Action[] {
  const add = first(press(seen, VERBS.askTouchpoint, words.add));
  const map = press(seen, VERBS.showMap, words.showMap);
  if (view.type === 'touchpoint-map') {
    return view.mayChange ? [press(seen, VERBS.showTouchpoints, words.manage)] : [];
  }
  return view.mayChange ? [add, map] : [map];
}
