import type { Json } from '../../src/ports.ts';
import type { Look } from './asked.ts';
import type { Seen } from './card.ts';
import type { Action } from './elements.ts';
import { fitting } from './fitting.ts';
import { BUTTON_TEXT } from './room.ts';
import { VERBS, type Verb } from './verbs.ts';

type Data = { readonly [field: string]: Json };

type Surface = Pick<Seen, 'surface'>;

/** A button or link that asks for something by itself; what is typed in the card stays out of it. */
export function press(seen: Surface, verb: Verb, title: string, data: Data = {}): Action {
  return { ...pressed(seen, verb, title, data), associatedInputs: 'none' };
}

/** A button that sends what was typed and chosen in the card. */
export function send(seen: Surface, verb: Verb, title: string, data: Data = {}): Action {
  return { ...pressed(seen, verb, title, data), associatedInputs: 'auto' };
}

/** Dialogs know Action.Submit only, which has no verb of its own. */
function pressed({ surface }: Surface, verb: Verb, label: string, data: Data): Action {
  const title = fitting(label, BUTTON_TEXT);
  return surface === 'message'
    ? { type: 'Action.Execute', verb, title, data }
    : { type: 'Action.Submit', title, data: { ...data, verb } };
}

/** The one that most people want. Its place says so too: it is the first. */
export function first(action: Action): Action {
  return { ...action, style: 'positive' };
}

/** Back to the list in which something was found. */
export function leadsBack(seen: Surface, back: Look, title: string): Action {
  switch (back.type) {
    case 'search':
      return press(seen, VERBS.search, title, { words: back.words });
    case 'story':
      return press(seen, VERBS.showStory, title, { story: back.story });
    case 'inbox':
      return press(seen, VERBS.showInbox, title);
    case 'mine':
      return press(seen, VERBS.showMine, title);
    case 'help':
      return press(seen, VERBS.showHelp, title);
    case 'digest-preview':
      return press(seen, VERBS.showDigest, title);
    case 'touchpoints':
      return press(seen, VERBS.showTouchpoints, title);
    case 'touchpoint-map':
      return press(seen, VERBS.showMap, title);
    case 'settings':
      return press(seen, VERBS.showSettings, title);
    case 'pulse':
      return press(seen, VERBS.showPulse, title, back.team === null ? {} : { team: back.team });
    case 'pulse-csv':
      return press(seen, VERBS.showCsv, title);
    case 'home':
      return press(seen, VERBS.showHome, title);
    case 'privacy':
    case 'erasing':
    case 'export':
      return press(seen, VERBS.showPrivacy, title);
    case 'taking-back':
      return press(seen, VERBS.askTakeBack, title);
    case 'ideas':
      return press(seen, VERBS.showIdeas, title);
    case 'idea':
      return press(seen, VERBS.showIdea, title, { idea: back.idea });
    case 'obstacles':
      return press(seen, VERBS.showObstacles, title);
    case 'obstacle':
      return press(seen, VERBS.showObstacle, title, { obstacle: back.obstacle });
    case 'held':
      return press(seen, VERBS.held, title, { page: back.page });
    default:
      return back satisfies never;
  }
}
