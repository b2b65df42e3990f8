// What the pictures show: each card as somebody meets it, the longest and strangest too.

import type { Card, Seen } from '../../adapters/teams/card.ts';
import { installCard } from '../../adapters/teams/extension.ts';
import { showForm } from '../../adapters/teams/forms.ts';
import { show } from '../../adapters/teams/show.ts';
import type { View, Win } from '../../src/views.ts';
import { clearedObstacle } from '../contracts/every-obstacle-view.ts';
import { everyView, mostTouchpoints, praise, recovery, win } from '../contracts/every-view.ts';

const seen: Seen = {
  timeZone: 'Europe/Berlin',
  as: 'answer',
  surface: 'message',
  userOf: (person) => `29:${person}`,
  colleagues: [
    { user: '29:p-ana', name: 'Ana Duarte' },
    { user: '29:p-chloe', name: 'Chloé Martin' },
  ],
  places: { named: ['Front desk', 'The phone', 'On the road'], suggested: 'The phone' },
  channels: [{ channel: 'C1', name: 'Good news' }],
  wholeStories: new Map(),
  short: false,
};

const card = (view: View): Card => show(view, seen).card;
const post = (view: View): Card => show(view, { ...seen, as: 'post' }).card;
const all = (...types: readonly View['type'][]): readonly Card[] =>
  types.flatMap((type) => (everyView[type] as readonly View[]).map(card));

const longest: Win = {
  ...win,
  words: 'Waited with them until the tow truck had come, though the shop had closed an hour ago. '.repeat(34),
  heroes: Array.from({ length: 20 }, (_, number) => ({ person: `p${number}`, name: `Colleague Number ${number}` })),
};
const unbroken: Win = { ...win, words: 'x'.repeat(3000) };
const fromRight: Win = {
  ...win,
  words: 'كل الشكر لآنا لأنها بقيت على الخط حتى وصل الصندوق الأخير! 👏🏽👩‍👩‍👧‍👦\nושבת שלום לכולם',
  customer: 'متجر الحديقة',
};
const marked: Win = {
  ...win,
  words: '<at>Everyone</at> **bold** [a link](https://example.com) _slanted_\n- a list\n# a title',
};
const refused = { type: 'refusal', reason: 'what-broke-missing' } as const;
const wordless = { type: 'refusal', reason: 'name-ambiguous', name: 'An', people: [] } as const;
const typed = {
  words: 'Drove over with new labels.',
  'typed-heroes': 'An',
  'went-wrong': 'yes',
  customer: 'Garden Shop',
};

export const sheets: { readonly [name: string]: readonly Card[] } = {
  told: [
    post({ type: 'story-told', story: win }),
    post({ type: 'story-told', story: recovery }),
    ...all('kudos-given', 'you-were-named', 'story-retracted'),
  ],
  changes: all('story', 'story-moved', 'words-corrected', 'win-held', 'cheered', 'nomination-waiting'),
  digest: [
    post({
      type: 'digest',
      digest: {
        week: '2026-W48',
        inFull: [win, { ...win, voice: 'customer', cheers: 0 }, { ...longest, heroes: win.heroes }],
        inALine: [win, fromRight, { ...longest, heroes: win.heroes }],
      },
    }),
    ...all('quiet-week', 'digest-preview'),
  ],
  praise: all('praise-waiting', 'praise-settled', 'inbox', 'customer-thanks-you'),
  forms: [
    showForm({ form: 'kudos', seed: { heroes: [{ user: '29:p-ana', name: 'Ana Duarte' }] } }, seen).card,
    showForm({ form: 'kudos', seed: {} }, { ...seen, colleagues: [] }, { typed, no: refused }).card,
    showForm({ form: 'kudos', seed: {} }, seen, { typed, no: wordless }).card,
    showForm({ form: 'praise', words: 'Thank you for the card!' }, seen).card,
    showForm({ form: 'settle', praise }, seen, { typed: { heroes: '29:p-ana' }, no: refused }).card,
  ],
  more: [
    ...(['what-broke', 'words', 'details'] as const).map((form) => showForm({ form, story: win }, seen).card),
    ...everyView.settings.map(({ settings }) => showForm({ form: 'settings', settings }, seen).card),
    installCard(),
  ],
  news: (everyView.digest as readonly View[])
    .filter((view) => view.type === 'digest')
    .slice(1)
    .map(post),
  ideas: [
    ...all(
      'idea-proposed',
      'ideas-alike',
      'idea',
      'idea-changed',
      'idea-news',
      'idea-noticed',
      'idea-waiting',
      'ideas',
    ),
    showForm({ form: 'idea', asks: 'new', idea: null }, seen).card,
  ],
  obstacles: [
    ...all('obstacle', 'obstacles', 'obstacles-waiting'),
    showForm({ form: 'obstacle', words: '' }, seen).card,
    showForm({ form: 'cleared', obstacle: clearedObstacle }, seen).card,
  ],
  privacy: all('privacy', 'held', 'export', 'erasing', 'taking-back'),
  house: all('home', 'help', 'welcome', 'mine', 'search-results', 'settings', 'delivery-unconfirmed', 'place-lost'),
  touchpoints: [
    ...all('touchpoint-map', 'touchpoints').slice(0, 6),
    showForm({ form: 'touchpoint', touchpoint: mostTouchpoints[0] ?? null }, seen).card,
  ],
  refusals: all('refusal'),
  extremes: [longest, unbroken, fromRight, marked].map((story) => post({ type: 'story-told', story })),
};
