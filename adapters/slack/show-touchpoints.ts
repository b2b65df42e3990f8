import type { Mapped, Touchpoint, TouchpointView } from '../../src/touchpoints.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { obstacleButtons } from '../../src/wording/obstacle-labels.ts';
import { inTheWay, told, touchpointWords as words } from '../../src/wording/touchpoints.ts';
import { ACTIONS } from './actions.ts';
import { type Block, button, lines, lists, offers, says } from './blocks.ts';
import { fitting } from './fitting.ts';
import { BUTTON_TEXT, MESSAGE_CHARACTERS } from './limits.ts';

/** Where customers meet the company: as a map, or for those who name it. */
export function touchpointBlocks(view: TouchpointView, opening: string): readonly Block[] {
  const room = promiseRoom(view.touchpoints.length);
  const items =
    view.type === 'touchpoint-map'
      ? view.touchpoints.map((one) => onMap(one, room))
      : view.touchpoints.flatMap((one) => lines(named(one, room), view.mayChange ? [change(one)] : []));
  return [says(opening), ...items, ...offered(view)];
}

const PROMISE_IN_FULL = 300;
/** What a name, a sentence and the marks around them take at most. */
const BESIDES = 165;
/** What stands above and below them. */
const AROUND = 500;

/** As much of each promise, and of what stands in the way, as lets all touchpoints stand in one message. */
function promiseRoom(many: number): number {
  const each = Math.floor((MESSAGE_CHARACTERS - AROUND) / Math.max(1, many)) - BESIDES;
  // A promise and three obstacles, or else one of them.
  return each > PROMISE_IN_FULL * 3 ? PROMISE_IN_FULL : Math.max(20, Math.floor(each / 2));
}

function named({ name, promise }: Touchpoint, room: number): string {
  return promise === '' ? isolate(name) : `${isolate(name)}\n“${isolate(fitting(promise, room))}”`;
}

function onMap(mapped: Mapped, room: number): Block {
  const { name, promise } = mapped;
  const said = promise === '' ? '' : `“${isolate(fitting(promise, room))}”`;
  return lists([{ lead: isolate(name), text: [said, told[mapped.told], ...obstaclesAt(mapped, room)].join('\n') }]);
}

/** What does not fit beside a touchpoint is one click away. */
function obstaclesAt(mapped: Mapped, room: number): readonly string[] {
  const some = room < PROMISE_IN_FULL ? 1 : mapped.obstacles.length;
  const shown = inTheWay(mapped).slice(0, some);
  const more = mapped.moreObstacles || mapped.obstacles.length > some;
  return [
    ...shown.map((one) => `${words.inTheWay} “${isolate(fitting(one.words, room))}”`),
    ...(more ? [words.moreInTheWay] : []),
  ];
}

/** Many buttons of one name stand there: the touchpoint's name tells them apart for a screen reader. */
function change({ id, name }: Touchpoint) {
  const label = fitting(`${words.change}: ${name}`, BUTTON_TEXT);
  return { ...button(ACTIONS.askTouchpoint, words.change, id), accessibility_label: label };
}

function offered(view: TouchpointView): readonly Block[] {
  const add = button(ACTIONS.askTouchpoint, words.add, '');
  if (view.type === 'touchpoints') return offers(view.mayChange ? [add] : []);
  const obstacles = view.touchpoints.some((one) => one.obstacles.length > 0);
  return offers([
    ...(obstacles ? [button(ACTIONS.showObstacles, obstacleButtons.list, '')] : []),
    ...(view.mayChange ? [button(ACTIONS.showTouchpoints, words.manage, '')] : []),
  ]);
}
