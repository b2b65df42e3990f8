import type { Mapped, Told, Touchpoint, TouchpointRefusal, TouchpointView } from '../touchpoints.ts';
import { isolate } from './isolate.ts';
import { count } from './names.ts';
import type { Pen } from './pen.ts';
import { shortened } from './shorten.ts';

/** What stands on buttons and above fields. */
export const touchpointWords = {
  title: 'Touchpoints and promises',
  name: 'What do you call it?',
  nameHint: 'A place where customers meet you, in your own words.',
  promise: 'What do you promise there?',
  promiseHint: 'In your own words. May stay empty.',
  add: 'Add a touchpoint',
  addTitle: 'A new touchpoint',
  change: 'Change it',
  changeTitle: 'Change a touchpoint',
  raise: 'Move it up',
  remove: 'Remove it',
  keep: 'Keep it',
  removeAsk: 'Its stories stay, and keep the name.',
  save: 'Save it',
  manage: 'Name touchpoints',
  showMap: 'Where customers meet us',
  /** Before an obstacle's words. */
  inTheWay: 'In the way:',
  moreInTheWay: '… and more.',
  /** Where one field takes both. */
  chooseOrType: 'Choose one, or type another place in your own words.',
  /** The choice of none, where a list needs one. */
  none: 'Nothing chosen',
  elsewhere: 'Somewhere else?',
  elsewhereHint: 'A place that is not in the list. It goes before what is chosen there.',
} as const;

/** What was told of a touchpoint lately. */
export const told: { readonly [state in Told]: string } = {
  wins: 'There are stories of delight from here.',
  'only-recoveries': 'Only recoveries from here in the last six weeks.',
  'nothing-lately': 'No story from here for six weeks.',
  'nothing-yet': 'No story from here yet.',
};

/** Before the choice of a touchpoint; a person decides. */
export function suggestedSentence(name: string, pen: Pen): string {
  return `The words name “${pen.text(name)}”. Choose it if that is where it happened.`;
}

/** Asked of whoever told a story whose words name a touchpoint. */
export function wasItAt(name: string, pen: Pen): string {
  return `Was this at “${pen.text(name)}”?`;
}

/** On a button. */
export function itWasAt(name: string, pen: Pen): string {
  return `It was there: ${pen.text(name)}`;
}

export function touchpointHeadline(view: TouchpointView, pen: Pen): string {
  if (view.type === 'touchpoint-map') return mapHeadline(view, pen);
  const { touchpoints, changed, mayChange } = view;
  if (changed !== null) return changedHeadline(changed, pen);
  if (touchpoints.length > 0) return 'Where customers meet you, and what you promise there';
  return `No touchpoint is named yet. ${mayChange ? 'Name the places where customers meet you, in your own words.' : 'An admin can name the places where customers meet you.'}`;
}

function mapHeadline(
  { touchpoints, mayChange }: Extract<TouchpointView, { type: 'touchpoint-map' }>,
  pen: Pen,
): string {
  if (touchpoints.length > 0) return 'Where customers meet you, and what is told from there';
  return mayChange
    ? 'There is no map yet. Name the places where customers meet you, and it begins.'
    : pen.typed('There is no map yet. An admin can name the places where customers meet you, with /kudos map.');
}

type Changed = NonNullable<Extract<TouchpointView, { type: 'touchpoints' }>['changed']>;

function changedHeadline({ what, name }: Changed, pen: Pen): string {
  const which = `“${pen.text(name)}”`;
  switch (what) {
    case 'added':
      return `${which} is a touchpoint now. Whoever tells a story can choose it.`;
    case 'changed':
      return `${which} is saved, and its stories follow its name.`;
    case 'raised':
      return `${which} stands one place higher now.`;
    case 'removed':
      return `${which} is no touchpoint any more. Its stories stay, and keep the name.`;
    default:
      return what satisfies never;
  }
}

/** As much of an obstacle as stands beside its touchpoint. */
const OBSTACLE_SHOWN = 120;

/** What stands in the way at a touchpoint, each in a line's worth of its words. */
export function inTheWay({ obstacles }: Pick<Mapped, 'obstacles'>) {
  return obstacles.map(({ id, words }) => ({ id, words: shortened(words.replace(/\s+/g, ' '), OBSTACLE_SHOWN) }));
}

/** All of them, each with its promise; on the map with what is told of it, and what stands in the way. */
export function plainTouchpoints(view: TouchpointView): string {
  const each =
    view.type === 'touchpoint-map' ? view.touchpoints.map(plainMapped) : view.touchpoints.map(plainTouchpoint);
  return each.join('\n\n');
}

function plainMapped(mapped: Mapped): string {
  const obstacles = inTheWay(mapped).map(({ words }) => `- ${touchpointWords.inTheWay} “${isolate(words)}”`);
  const more = mapped.moreObstacles ? [touchpointWords.moreInTheWay] : [];
  return [plainTouchpoint(mapped), told[mapped.told], ...obstacles, ...more].join('\n');
}

function plainTouchpoint({ name, promise }: Touchpoint): string {
  return promise === ''
    ? isolate(name)
    : `${isolate(name)}
“${isolate(promise)}”`;
}

export function touchpointRefusal(refusal: TouchpointRefusal, pen: Pen): string {
  switch (refusal.reason) {
    case 'touchpoint-without-name':
      return 'What is it called? Write a name for it, in your own words.';
    case 'touchpoint-known':
      return `“${pen.text(refusal.name)}” is there already. Choose another name, or change the one that is there.`;
    case 'too-many-touchpoints':
      return `There are ${count(refusal.limit, 'touchpoint', 'touchpoints')} already, and a longer list is hard to choose from. Look for one that can go, remove it, then add this.`;
    case 'touchpoint-unknown':
      return 'This touchpoint is not there any more; another admin may have removed it. Look at the list as it is now.';
    default:
      return refusal satisfies never;
  }
}
