import type { OwnWords } from '../privacy.ts';
import type { Footprint, View } from '../views.ts';
import { exportHeadline, exportNote } from './export.ts';
import { isolate } from './isolate.ts';
import { count, joinNames } from './names.ts';
import type { Pen } from './pen.ts';

export type PrivacyType =
  | 'privacy'
  | 'held'
  | 'export'
  | 'name-hidden'
  | 'name-shown'
  | 'taking-back'
  | 'words-taken-back'
  | 'erasing'
  | 'person-erased';

type AboutPrivacy = Extract<View, { readonly type: PrivacyType }>;
type Of<Type extends PrivacyType> = Extract<View, { readonly type: Type }>;

export const privacyButtons = {
  privacy: 'What Herald keeps about me',
  held: 'See all of it',
  hideName: 'Don’t name me in channels',
  showName: 'Name me again',
  takeBack: 'Take my words back',
  takeBackForGood: 'Yes, take my words back',
  erase: 'Yes, erase them',
  nextPage: 'Next page',
  pageBefore: 'Page before',
  save: 'Save all of it as a file',
} as const;

/** For an admin, where Herald is set up. */
export const howToErase = 'To have Herald forget somebody, type /kudos erase @name; it says first what will happen.';

/** What it says first. */
export function privacyHeadline(view: AboutPrivacy, pen: Pen): string {
  switch (view.type) {
    case 'privacy':
      return 'What Herald keeps about you';
    case 'held':
      return view.pages === 1
        ? 'All that Herald keeps about you'
        : `All that Herald keeps about you: page ${view.page} of ${view.pages}`;
    case 'export':
      return exportHeadline(view.what);
    case 'name-hidden':
      return 'From now on you are not named where others read.';
    case 'name-shown':
      return 'What is told from now on may name you again.';
    case 'taking-back':
      return `Take back your ${joinNames(ownWords(view))}?`;
    case 'words-taken-back':
      return `Your ${joinNames(ownWords(view))} ${isOne(view) ? 'is taken back, everywhere it' : 'are taken back, everywhere they'} stood.`;
    case 'erasing':
      return view.yourself ? 'Erase yourself?' : `Erase ${pen.name(view.whom)}?`;
    case 'person-erased':
      return 'They are erased.';
    default:
      return view satisfies never;
  }
}

/** What it says then, a sentence or a thing each. */
export function privacyBody(view: AboutPrivacy, pen: Pen): readonly string[] {
  switch (view.type) {
    case 'privacy':
      return privacyStands(view, pen);
    case 'held':
      return view.held.map(heldLines);
    case 'export':
      return [exportNote(view.what)];
    case 'name-hidden':
      return [
        'Stories in channels, in the digest, on the wall and in what colleagues look up say “a colleague”; what stands there already is edited.',
        'You still hear of stories about you in private, with names.',
      ];
    case 'name-shown':
      return ['What was edited meanwhile stays as it is.'];
    case 'taking-back':
      return [
        `Wherever ${isOne(view) ? 'it stands, it goes' : 'they stand, they go'}, and Herald keeps nothing of the words.`,
        ...(view.stories > 0 ? ['Customers’ words that you brought wait in the inbox again, without your notes.'] : []),
        ...(view.obstacles > 0 ? ['An obstacle that others reported too stays, without you.'] : []),
      ];
    case 'words-taken-back':
      return view.stories > 0 ? ['Whoever was in your stories keeps nothing of them.'] : [];
    case 'erasing':
      return erasingStands(view);
    case 'person-erased':
      return [`${stay(view.footprint)} What stands in channels is edited, and every trace of them is swept up now.`];
    default:
      return view satisfies never;
  }
}

/** What somebody takes back, a part each that there is. */
export function ownWords(view: OwnWords): readonly string[] {
  const { stories, ideas, obstacles } = view;
  const alone = isOne(view);
  const part = (many: number, one: string, several: string) =>
    many === 0 ? [] : [alone ? one : count(many, one, several)];
  return [
    ...part(stories, 'story', 'stories'),
    ...part(ideas, 'idea', 'ideas'),
    ...part(obstacles, 'obstacle', 'obstacles'),
  ];
}

function isOne({ stories, ideas, obstacles }: OwnWords): boolean {
  return stories + ideas + obstacles === 1;
}

function privacyStands({ hidden, footprint, mayErase }: Of<'privacy'>, pen: Pen) {
  const { about, told, ideas, obstacles, lookedAfter, hands, waitsOn, waiting } = footprint;
  const kept = [
    ...(about > 0 ? [`${count(about, 'story', 'stories')} about you`] : []),
    ...(told > 0 ? [`${count(told, 'story', 'stories')} told by you`] : []),
    ...(ideas > 0 ? [`${count(ideas, 'idea', 'ideas')} of yours`] : []),
    ...(obstacles > 0 ? [`${count(obstacles, 'obstacle', 'obstacles')} that you reported`] : []),
    ...(lookedAfter > 0
      ? [`${count(lookedAfter, 'idea or obstacle', 'ideas and obstacles')} that you look after`]
      : []),
    ...(hands > 0 ? [`${count(hands, 'hand', 'hands')} that you lend`] : []),
    ...(waitsOn > 0 ? [`${count(waitsOn, 'obstacle', 'obstacles')} of others that you wait on`] : []),
    ...(waiting > 0 ? [`${count(waiting, 'customer’s words', 'customers’ words')} that wait for you`] : []),
  ];
  return [
    kept.length === 0 ? 'Only who you are in each chat.' : `${joinNames(kept)}; and who you are in each chat.`,
    hidden
      ? 'You are not named where others read: stories say “a colleague”.'
      : 'Stories that everyone may read name you.',
    ...(mayErase ? [pen.typed(howToErase)] : []),
  ];
}

function erasingStands({ footprint }: Of<'erasing'>): readonly string[] {
  return [
    stay(footprint),
    ...(footprint.waiting > 0
      ? [`${count(footprint.waiting, 'customer’s words wait', 'customers’ words wait')} for those who manage then.`]
      : []),
    `Everything else about them goes for good: ${goes(footprint)}.`,
    'Where others’ words, ideas, promises or the like name them, “[a colleague]” stands there then.',
    'Should they still be in the chat, Herald may meet them again, as somebody it knows nothing about. Backups are yours to delete.',
  ];
}

function stay({ about, told, ideas, obstacles, lookedAfter }: Footprint): string {
  const kept = [
    ...(about > 0 ? [`${count(about, 'story', 'stories')} about them`] : []),
    ...(told > 0 ? [`${count(told, 'story', 'stories')} that they told`] : []),
    ...(ideas > 0 ? [`${count(ideas, 'idea', 'ideas')} of theirs`] : []),
    ...(obstacles > 0 ? [`${count(obstacles, 'obstacle', 'obstacles')} that they reported`] : []),
    ...(lookedAfter > 0
      ? [`${count(lookedAfter, 'idea or obstacle', 'ideas and obstacles')} that they looked after`]
      : []),
  ];
  if (kept.length === 0) return 'No story is about them or told by them, and no idea or obstacle is theirs.';
  const alone = about + told + ideas + obstacles + lookedAfter === 1;
  return `${joinNames(kept)} ${alone ? 'stays' : 'stay'}, without their name.`;
}

function goes({ hands, waitsOn }: Footprint): string {
  const counted = [
    ...(hands > 0 ? [count(hands, 'hand that they lend', 'hands that they lend')] : []),
    ...(waitsOn > 0 ? [`their name at ${count(waitsOn, 'obstacle', 'obstacles')} of others`] : []),
  ];
  return joinNames([
    'accounts',
    'address',
    ...counted,
    'cheers',
    'marks',
    'teams',
    'what Herald told and answered them',
  ]);
}

/** One thing that is held, in a few lines. */
function heldLines({ what, says }: Of<'held'>['held'][number]): string {
  const lines = says
    .filter(([field]) => !INNER.has(field))
    .map(([field, value]) => `  ${field}: ${isolate(shown(field, value))}`);
  return [heldNames[what] ?? spelled(what), ...lines].join('\n');
}

/** Where it stands in Herald's own tables; an export says that too. */
const INNER: ReadonlySet<string> = new Set(['organization', 'seq', 'position']);

/** Said with 1 or 0 in a table. */
const FLAGS: ReadonlySet<string> = new Set(['manager', 'admin', 'active', 'guest', 'unnamed', 'settled', 'told']);

function shown(field: string, value: string): string {
  return FLAGS.has(field) ? (value === '1' || value === 'true' ? 'yes' : 'no') : value;
}

function spelled(what: string): string {
  const words = what.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const heldNames: Readonly<Record<string, string>> = {
  people: 'You',
  identities: 'Your account in a chat',
  wins: 'A win',
  recoveries: 'A recovery',
  cheers: 'A cheer of yours',
  traces: 'A change you made',
  praise: 'A customer’s words',
  nominations: 'A message proposed as a story',
  withdrawals: 'A mark you took back',
  outbox: 'What Herald told you',
  messages: 'Messages elsewhere that name you',
  answers: 'Answers of Herald, kept for 30 days',
  addresses: 'How your chat is reached',
  ideas: 'An idea',
  idea_hands: 'A hand you lent',
  obstacles: 'An obstacle',
  obstacle_waiters: 'An obstacle you wait on',
  team_members: 'A team you are in',
  cohort_people: 'A month that your team is counted with you',
};
