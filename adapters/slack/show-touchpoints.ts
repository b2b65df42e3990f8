import type { Touchpoint, TouchpointView } from '../../src/touchpoints.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { told, touchpointWords as words } from '../../src/wording/touchpoints.ts';
import { ACTIONS } from './actions.ts';
import { type Block, button, lines, offers, says } from './blocks.ts';
import { fitting } from './fitting.ts';
import { BUTTON_TEXT, MESSAGE_CHARACTERS } from './limits.ts';

/** Where customers meet the company: as a map, or for those who name it. */
export function touchpointBlocks(view: TouchpointView, opening: string): readonly Block[] {
  const room = promiseRoom(view.touchpoints.length);
  const items =
    view.type === 'touchpoint-map'
      ? view.touchpoints.flatMap((one) => lines(`${named(one, room)}\n${told[one.told]}`, []))
      : view.touchpoints.flatMap((one) => lines(named(one, room), view.mayChange ? [change(one)] : []));
  return [says(opening), ...items, ...offered(view)];
}

/** As much of each promise as lets all touchpoints stand in one message. */
function promiseRoom(many: number): number {
  const besides = 130;
  return Math.max(40, Math.floor((MESSAGE_CHARACTERS * 0.8) / Math.max(1, many)) - besides);
}

function named({ name, promise }: Touchpoint, room: number): string {
  return promise === '' ? isolate(name) : `${isolate(name)}\n“${isolate(fitting(promise, room))}”`;
}

/** Many buttons of one name stand there: the touchpoint's name tells them apart for a screen reader. */
function change({ id, name }: Touchpoint) {
  const label = fitting(`${words.change}: ${name}`, BUTTON_TEXT);
  return { ...button(ACTIONS.askTouchpoint, words.change, id), accessibility_label: label };
}

function offered(view: TouchpointView): readonly Block[] {
  if (!view.mayChange) return [];
  return offers([
    view.type === 'touchpoint-map'
      ? button(ACTIONS.showTouchpoints, words.manage, '')
      : button(ACTIONS.askTouchpoint, words.add, ''),
  ]);
}
