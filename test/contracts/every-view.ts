// One of every view that can be shown, some in several states: whoever shows views can be tested on all of them.

import type { Idea, IdeaChoices } from '../../src/ideas.ts';
import type {
  Digest,
  Footprint,
  Named,
  Nomination,
  Praise,
  Recovery,
  Refusal,
  SettingsShown,
  View,
  Win,
} from '../../src/views.ts';
import {
  clearedObstacle,
  everyObstacleRefusal,
  everyObstacleView,
  myObstacles,
  noObstacles,
} from './every-obstacle-view.ts';
import { everyPulse, pulse } from './every-pulse.ts';

export const ana: Named = { person: 'p-ana', name: 'Ana Duarte' };
const ben: Named = { person: 'p-ben', name: 'Ben Okafor' };
const chloe: Named = { person: 'p-chloe', name: 'Chloé Martin' };

export const win: Win = {
  lane: 'win',
  settled: true,
  id: 's-win',
  words: 'Stayed on the line until the last box had found its way.',
  heroes: [ana, chloe],
  teller: ben,
  voice: 'colleague',
  customer: 'Garden Shop Example',
  touchpoint: 'the phone',
  audience: 'everyone',
  permalink: null,
  at: '2026-11-19T13:05:00.000Z',
  cheers: 2,
};

export const recovery: Recovery = {
  lane: 'recovery',
  whatBroke: 'The label printer',
  id: 's-recovery',
  words: 'Drove over with new labels the same evening.',
  heroes: [ana],
  teller: ben,
  voice: 'colleague',
  customer: null,
  touchpoint: null,
  audience: 'everyone',
  permalink: 'https://chat.example.com/archives/C1/p1700000000000100',
  at: '2026-11-19T13:05:00.000Z',
  cheers: 0,
};

const customersWin: Win = { ...win, id: 's-customer', voice: 'customer', words: 'I did not expect a card!', cheers: 0 };
const privateWin: Win = { ...win, id: 's-private', audience: 'heroes' };
const unsettled: Win = { ...win, id: 's-unsettled', settled: false };

export const praise: Praise = {
  id: 'pr-1',
  words: 'Ana called me back on a Sunday. I did not expect that at all.',
  note: 'Look at this!',
  customer: { name: 'Grete Holm', email: 'grete@example.com' },
  subject: 'Thank you',
  wroteAt: '2026-11-18T09:00:00.000Z',
  unsure: ['date', 'words'],
  forwarder: ben,
  suggestion: { lane: 'win', because: ['did not expect'], sure: true },
  guessedHeroes: [
    { ...ana, said: null },
    { ...chloe, said: 'Chloe' },
  ],
  capturedAt: '2026-11-19T13:05:00.000Z',
  state: { status: 'waiting' },
};

const settled = (as: 'win' | 'recovery' | 'thanks' | 'not-praise'): Praise => ({
  ...praise,
  state: { status: 'settled', as, by: chloe, at: '2026-11-20T08:00:00.000Z', story: null },
});

const expired: Praise = {
  ...praise,
  words: '',
  note: '',
  customer: { name: null, email: null },
  subject: null,
  wroteAt: null,
  unsure: [],
  suggestion: null,
  guessedHeroes: [],
  state: { status: 'expired', as: 'win', by: chloe, at: '2026-11-20T08:00:00.000Z', story: 's-customer' },
};

const idea: Idea = {
  id: 'i-1',
  words: 'Write the customer’s name on the cup.',
  author: ana,
  hands: [],
  now: { state: 'proposed', since: win.at },
  at: win.at,
};
const backing = { by: chloe, clearing: 'Pens that write on paper cups', at: win.at };
const ideaBacked: Idea = { ...idea, id: 'i-2', hands: [ben, chloe], now: { state: 'backed', backing } };
const ideaAlive: Idea = {
  ...idea,
  id: 'i-3',
  hands: [ben],
  now: { state: 'alive', by: ana, at: win.at, backing },
};
const ideaResting: Idea = {
  ...idea,
  id: 'i-4',
  now: { state: 'resting', by: chloe, at: win.at, reason: 'The cups change in spring.' },
};
const ideasOf = { proposed: [idea, ideaResting], helped: [ideaBacked] };
const noIdeas = { proposed: [], helped: [] };
const every: IdeaChoices = {
  hand: 'lend',
  reword: true,
  withdraw: true,
  back: true,
  rest: true,
  wake: true,
  bringAlive: true,
};
const none: IdeaChoices = {
  hand: null,
  reword: false,
  withdraw: false,
  back: false,
  rest: false,
  wake: false,
  bringAlive: false,
};

export const digest: Digest = { week: '2026-W48', inFull: [customersWin, win], inALine: [{ ...win, id: 's-line' }] };
export const digestWithIdeas: Digest = {
  ...digest,
  below: {
    ideas: {
      alive: [
        {
          idea: ideaAlive,
          noticed: {
            story: 's-customer',
            words: 'My name on a cup!',
            voice: 'customer',
            customer: 'Grete Holm',
            teller: ben,
          },
        },
        {
          idea: { ...ideaAlive, id: 'i-5', now: { state: 'alive', by: ana, at: win.at, backing: null }, hands: [] },
          noticed: null,
        },
      ],
      looking: [idea],
    },
  },
};

const due = '2026-11-23T08:00:00.000Z';
const emptyDigest: Digest = { week: '2026-W48', inFull: [], inALine: [] };
/** A week without stories in which something moved. */
const digestOfNews: Digest = { ...emptyDigest, below: { ...digestWithIdeas.below, cleared: [clearedObstacle] } };

const nomination: Nomination = {
  id: 'n-1',
  by: ben,
  message: {
    connection: 'c-1',
    channel: 'C1',
    message: '1700000000.000100',
    permalink: 'https://chat.example.com/archives/C1/p1700000000000100',
    words: 'Ana found the lost parcel and drove it over.',
  },
  heroes: [ana],
  at: win.at,
};

const settings: SettingsShown = {
  digestChannel: 'C1',
  digestHeroes: 'named',
  schedule: { minute: 5, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' },
  announce: 'where-typed',
  nominationEmoji: 'firefly',
  forwarders: ['ana@example.com', '@shop.example.com'],
  praiseDays: 90,
  managers: [{ ...chloe, user: 'chloe' }],
};

const bare: SettingsShown = {
  ...settings,
  digestChannel: null,
  digestHeroes: 'mentioned',
  announce: 'digest-only',
  forwarders: [],
  managers: [],
};

const touchpoints = [
  { id: 't-phone', name: 'The phone', promise: 'We stay on the line until it is done.' },
  { id: 't-door', name: 'At the <door>', promise: '' },
] as const;

const mapped = [
  ...(['wins', 'only-recoveries', 'nothing-lately'] as const).map((told) => ({
    ...touchpoints[0],
    id: told,
    name: `The phone, ${told}`,
    told,
    obstacles: [{ id: `ob-${told}`, words: 'No refund without <a form>' }],
    moreObstacles: told === 'wins',
  })),
  { ...touchpoints[1], told: 'nothing-yet' as const, obstacles: [], moreObstacles: false },
];

const inTheWay = ['a', 'b', 'c'].map((id) => ({ id, words: `${id} ${'ß'.repeat(998)}` }));

/** As many and as long as they can be. */
export const mostTouchpoints = Array.from({ length: 40 }, (_, number) => ({
  id: `t-${number}`,
  name: `${number}`.padEnd(75, 'ل'),
  promise: 'ф'.repeat(300),
}));

export const fullestMap = mostTouchpoints.map((one) => ({
  ...one,
  told: 'only-recoveries' as const,
  obstacles: inTheWay,
  moreObstacles: true,
}));

/** Each reason for a "no", each kind of it. */
export const everyRefusal: { readonly [reason in Refusal['reason']]: readonly Extract<Refusal, { reason: reason }>[] } =
  {
    'idea-without-words': [{ type: 'refusal', reason: 'idea-without-words' }],
    'idea-unknown': [{ type: 'refusal', reason: 'idea-unknown' }],
    'already-proposed': [{ type: 'refusal', reason: 'already-proposed', idea: 'i-1', at: win.at }],
    'your-own-idea': [{ type: 'refusal', reason: 'your-own-idea' }],
    'not-your-idea': [{ type: 'refusal', reason: 'not-your-idea', author: ana }],
    'not-yours-to-answer': [{ type: 'refusal', reason: 'not-yours-to-answer' }],
    'clearing-missing': [{ type: 'refusal', reason: 'clearing-missing' }],
    'rest-reason-missing': [{ type: 'refusal', reason: 'rest-reason-missing' }],
    'already-backed': [{ type: 'refusal', reason: 'already-backed', ...backing }],
    'idea-stands-so': (['proposed', 'backed', 'alive', 'resting'] as const).map((state) => ({
      type: 'refusal' as const,
      reason: 'idea-stands-so' as const,
      state,
    })),
    'story-kept-between': [{ type: 'refusal', reason: 'story-kept-between', story: 's-private' }],
    'no-hero-named': [{ type: 'refusal', reason: 'no-hero-named' }],
    'only-yourself': [{ type: 'refusal', reason: 'only-yourself' }],
    'own-message-marked': [{ type: 'refusal', reason: 'own-message-marked' }],
    'only-bots': [{ type: 'refusal', reason: 'only-bots' }],
    'no-words': [{ type: 'refusal', reason: 'no-words' }],
    'too-long': (['words', 'whatBroke', 'whatChanged', 'customer', 'touchpoint', 'promise'] as const).map((field) => ({
      type: 'refusal',
      reason: 'too-long',
      field,
      limit: 3000,
      length: 3120,
    })),
    'too-many-heroes': [{ type: 'refusal', reason: 'too-many-heroes', limit: 50, named: 61 }],
    'too-many-stories': [{ type: 'refusal', reason: 'too-many-stories', limit: 60, words: '@Ana stayed late' }],
    'already-told': [{ type: 'refusal', reason: 'already-told', story: 's-win', at: win.at }],
    'not-yours-to-change': [{ type: 'refusal', reason: 'not-yours-to-change', teller: ben }],
    'already-settled': (['win', 'recovery', 'thanks', 'not-praise'] as const).map((as) => ({
      type: 'refusal',
      reason: 'already-settled',
      by: chloe,
      as,
      at: win.at,
      yours: as === 'win' ? { praise: 'p', story: 's-win' } : as === 'thanks' ? { praise: 'p', story: null } : null,
    })),
    'not-yours-to-settle': [{ type: 'refusal', reason: 'not-yours-to-settle', forwarder: ben }],
    'already-in-this-lane': [
      { type: 'refusal', reason: 'already-in-this-lane', lane: 'win' },
      { type: 'refusal', reason: 'already-in-this-lane', lane: 'recovery' },
    ],
    'what-broke-missing': [{ type: 'refusal', reason: 'what-broke-missing' }],
    ...everyObstacleRefusal,
    'story-unknown': [{ type: 'refusal', reason: 'story-unknown' }],
    'praise-without-words': [{ type: 'refusal', reason: 'praise-without-words' }],
    'praise-unknown': [{ type: 'refusal', reason: 'praise-unknown' }],
    'nothing-to-undo': [{ type: 'refusal', reason: 'nothing-to-undo' }],
    'person-unknown': [{ type: 'refusal', reason: 'person-unknown', name: 'Zed' }],
    'name-ambiguous': [{ type: 'refusal', reason: 'name-ambiguous', name: 'An', people: [ana, chloe] }],
    'nothing-readable': (['empty', 'not-a-mail', 'too-big', 'too-tangled', 'winmail', 'encrypted'] as const).map(
      (what) => ({
        type: 'refusal',
        reason: 'nothing-readable',
        what,
        limit: what === 'too-big' ? 26_214_400 : null,
      }),
    ),
    'mail-not-read': [{ type: 'refusal', reason: 'mail-not-read', at: win.at, what: 'winmail', limit: null }],
    'not-a-forwarder': [{ type: 'refusal', reason: 'not-a-forwarder' }],
    'mail-from-stranger': [
      { type: 'refusal', reason: 'mail-from-stranger', sender: 'grete@example.net' },
      { type: 'refusal', reason: 'mail-from-stranger', sender: null },
    ],
    'last-admin': [{ type: 'refusal', reason: 'last-admin' }],
    'bot-not-erased': [{ type: 'refusal', reason: 'bot-not-erased', name: 'Build robot' }],
    'admins-only': [{ type: 'refusal', reason: 'admins-only' }],
    'touchpoint-without-name': [{ type: 'refusal', reason: 'touchpoint-without-name' }],
    'touchpoint-known': [{ type: 'refusal', reason: 'touchpoint-known', name: 'The phone' }],
    'too-many-touchpoints': [{ type: 'refusal', reason: 'too-many-touchpoints', limit: 40 }],
    'touchpoint-unknown': [{ type: 'refusal', reason: 'touchpoint-unknown' }],
    'not-a-sample': [{ type: 'refusal', reason: 'not-a-sample' }],
    'clock-backwards': [{ type: 'refusal', reason: 'clock-backwards' }],
    'no-digest-channel': [{ type: 'refusal', reason: 'no-digest-channel' }],
    'not-in-the-digest-queue': [{ type: 'refusal', reason: 'not-in-the-digest-queue' }],
    'no-search-words': [{ type: 'refusal', reason: 'no-search-words' }],
    'person-deactivated': [{ type: 'refusal', reason: 'person-deactivated', name: 'Zed Young' }],
    'team-unknown': [{ type: 'refusal', reason: 'team-unknown' }],
    'too-many-teams': [{ type: 'refusal', reason: 'too-many-teams', limit: 50, chosen: 61 }],
    'nomination-unknown': [{ type: 'refusal', reason: 'nomination-unknown' }],
    'delivery-unknown': [{ type: 'refusal', reason: 'delivery-unknown' }],
    'setting-unusable': [
      { type: 'refusal', reason: 'setting-unusable', setting: 'schedule', given: '8 25:00' },
      { type: 'refusal', reason: 'setting-unusable', setting: 'timeZone', given: 'Mars/Olympus' },
      { type: 'refusal', reason: 'setting-unusable', setting: 'nominationEmoji', given: 'two words' },
      { type: 'refusal', reason: 'setting-unusable', setting: 'forwarders', given: 'ana at example' },
    ],
    'not-permitted': [{ type: 'refusal', reason: 'not-permitted', needs: ['channels:history', 'groups:history'] }],
    'platform-silent': [{ type: 'refusal', reason: 'platform-silent', words: '@packers stayed late' }],
    'not-stored-yet': [{ type: 'refusal', reason: 'not-stored-yet', words: '/kudos @Ana stayed late' }],
  };

const footprint: Footprint = {
  about: 3,
  told: 1,
  ideas: 2,
  obstacles: 1,
  lookedAfter: 4,
  hands: 1,
  waitsOn: 2,
  waiting: 2,
};
const nothingYet: Footprint = {
  about: 0,
  told: 0,
  ideas: 0,
  obstacles: 0,
  lookedAfter: 0,
  hands: 0,
  waitsOn: 0,
  waiting: 0,
};

const privacyViews = {
  privacy: [
    { type: 'privacy', hidden: false, footprint, mayErase: true },
    { type: 'privacy', hidden: true, footprint: nothingYet, mayErase: false },
  ],
  held: [
    {
      type: 'held',
      page: 2,
      pages: 3,
      held: [{ what: 'win_heroes', says: [['words', '<b>*Stayed* &amp; packed</b>']] }],
    },
    { type: 'held', page: 1, pages: 1, held: [] },
  ],
  export: [
    { type: 'export', what: 'all' },
    { type: 'export', what: 'held' },
  ],
  'name-hidden': [{ type: 'name-hidden' }],
  'name-shown': [{ type: 'name-shown' }],
  'taking-back': [
    { type: 'taking-back', stories: 1, ideas: 0, obstacles: 0 },
    { type: 'taking-back', stories: 1200, ideas: 1, obstacles: 2 },
  ],
  'words-taken-back': [
    { type: 'words-taken-back', stories: 12, ideas: 2, obstacles: 1 },
    { type: 'words-taken-back', stories: 0, ideas: 1, obstacles: 0 },
  ],
  erasing: [
    { type: 'erasing', whom: ana, footprint, yourself: false },
    { type: 'erasing', whom: ana, footprint: nothingYet, yourself: true },
  ],
  'person-erased': [{ type: 'person-erased', footprint }],
} as const satisfies Partial<{ [type in View['type']]: readonly Extract<View, { type: type }>[] }>;

const plainly = { manager: false, admin: false, active: true, guest: false } as const;

/** Each view, each of its states that reads differently. */
export const everyView: { readonly [type in View['type']]: readonly Extract<View, { type: type }>[] } = {
  ...everyPulse,
  refusal: Object.values(everyRefusal).flat(),
  'kudos-given': [
    ...[win, privateWin, unsettled, recovery, { ...recovery, audience: 'heroes' as const }].map((story) => ({
      type: 'kudos-given' as const,
      story,
    })),
    { type: 'kudos-given', story: win, soundsLike: idea },
    { type: 'kudos-given', story: win, mayBeAt: { id: 'k-1', name: 'Café <b>' } },
  ],
  'story-told': [win, customersWin, recovery, { ...recovery, voice: 'customer' as const }].map((story) => ({
    type: 'story-told',
    story,
  })),
  'you-were-named': [win, customersWin, privateWin, recovery].map((story) => ({ type: 'you-were-named', story })),
  'customer-thanks-you': [
    { type: 'customer-thanks-you', words: 'Thank you all!', customer: 'Grete Holm' },
    { type: 'customer-thanks-you', words: 'Thank you all!', customer: null },
  ],
  'story-withdrawn': [{ type: 'story-withdrawn' }],
  'praise-waiting': [
    { type: 'praise-waiting', praise },
    {
      type: 'praise-waiting',
      praise: {
        ...praise,
        note: '',
        customer: { name: null, email: null },
        subject: null,
        wroteAt: null,
        unsure: [],
        suggestion: null,
        guessedHeroes: [],
      },
    },
  ],
  'praise-already-here': [
    { type: 'praise-already-here', praise },
    { type: 'praise-already-here', praise: settled('win') },
  ],
  'praise-settled': [
    { type: 'praise-settled', praise: settled('win'), story: customersWin, channelMissing: false },
    {
      type: 'praise-settled',
      praise: settled('recovery'),
      story: { ...recovery, voice: 'customer' },
      channelMissing: false,
    },
    { type: 'praise-settled', praise: settled('thanks'), story: null, channelMissing: false },
    { type: 'praise-settled', praise: settled('not-praise'), story: null, channelMissing: false },
    { type: 'praise-settled', praise: settled('thanks'), story: null, channelMissing: true },
  ],
  'praise-expired': [{ type: 'praise-expired', praise: expired }],
  'inbox-reminder': [
    { type: 'inbox-reminder', waiting: 1, since: praise.capturedAt, brought: 'by-reader' },
    { type: 'inbox-reminder', waiting: 3, since: praise.capturedAt, brought: 'by-others' },
  ],
  'inboxes-reminded': [{ type: 'inboxes-reminded', people: 2 }],
  'praise-let-go': [{ type: 'praise-let-go', many: 1 }],
  'customer-thanks': [
    { type: 'customer-thanks', words: praise.words, customer: 'Grete', heroes: [ana, chloe] },
    { type: 'customer-thanks', words: praise.words, customer: null, heroes: [ana] },
  ],
  'story-moved': [win, recovery].map((story) => ({ type: 'story-moved', story })),
  'win-confirmed': [{ type: 'win-confirmed', story: win }],
  'story-retracted': [
    { type: 'story-retracted', words: win.words, heroes: [ana], waitsAgain: false },
    { type: 'story-retracted', words: win.words, heroes: [ana], waitsAgain: true },
  ],
  'words-corrected': [{ type: 'words-corrected', story: win }],
  cheered: [
    { type: 'cheered', story: 's-win', cheers: 1, byMe: true },
    { type: 'cheered', story: 's-win', cheers: 0, byMe: false },
  ],
  'win-held': [{ type: 'win-held', story: win, until: '2026-W48' }],
  'win-released': [{ type: 'win-released', story: win }],
  digest: [
    { type: 'digest', digest },
    { type: 'digest', digest: digestWithIdeas },
    { type: 'digest', digest: { ...digest, below: { cleared: [clearedObstacle] } } },
    { type: 'digest', digest: { ...digestOfNews, question: 1 } },
    { type: 'digest', digest: digestOfNews },
  ],
  ...everyObstacleView,
  'quiet-week': [{ type: 'quiet-week', week: '2026-W48', question: 1 }],
  'digest-planned': [
    { type: 'digest-planned', week: '2026-W48', posted: 'stories', stories: 3 },
    { type: 'digest-planned', week: '2026-W48', posted: 'question', stories: 0 },
    { type: 'digest-planned', week: '2026-W48', posted: 'news', stories: 0 },
    { type: 'digest-planned', week: '2026-W48', posted: 'silent', stories: 0 },
  ],
  'digest-already-planned': [{ type: 'digest-already-planned', week: '2026-W48', at: due }],
  'digest-preview': [
    { type: 'digest-preview', digest, due, held: [win], unsettled: [unsettled], mayHold: true },
    {
      type: 'digest-preview',
      digest: { ...digestWithIdeas, below: { ...digestWithIdeas.below, cleared: [clearedObstacle] } },
      due,
      held: [],
      unsettled: [],
      mayHold: false,
    },
    { type: 'digest-preview', digest: emptyDigest, due, held: [], unsettled: [], mayHold: false },
  ],
  inbox: [
    { type: 'inbox', praise: [praise], more: 2 },
    { type: 'inbox', praise: [], more: 0 },
  ],
  mine: [
    { type: 'mine', aboutMe: [win], told: [recovery], ideas: ideasOf, obstacles: myObstacles },
    { type: 'mine', aboutMe: [], told: [], ideas: noIdeas, obstacles: noObstacles },
  ],
  'search-results': [
    { type: 'search-results', words: 'box', stories: [win, recovery], more: true },
    { type: 'search-results', words: 'nowhere', stories: [], more: false },
  ],
  story: [
    { type: 'story', story: win, cheeredByMe: true, mayChange: true },
    { type: 'story', story: recovery, cheeredByMe: false, mayChange: false },
    {
      type: 'story',
      story: win,
      cheeredByMe: false,
      mayChange: true,
      soundsLike: idea,
      mayBeAt: { id: 'k', name: 'till' },
    },
  ],
  people: [
    {
      type: 'people',
      people: [
        { ...ana, ...plainly, user: 'ana', kind: 'human' },
        { person: 'p-bot', name: 'Calendar', ...plainly, user: 'calendar', kind: 'bot' },
      ],
    },
  ],
  feed: [
    { type: 'feed', posts: [{ id: 'post-1', at: win.at, view: { type: 'story-told', story: win } }] },
    { type: 'feed', posts: [] },
  ],
  help: [{ type: 'help' }],
  known: [{ type: 'known', people: [{ ...ana, ...plainly, user: 'ana', kind: 'human', guest: true }] }],
  home: [
    {
      type: 'home',
      aboutMe: [win],
      told: [recovery],
      ideas: ideasOf,
      inbox: { praise: [praise], more: 1 },
      obstacles: myObstacles,
      thisWeek: [win, customersWin],
      moreThisWeek: true,
      due,
      pulse,
      firstSteps: false,
      welcomed: true,
    },
    {
      type: 'home',
      aboutMe: [privateWin],
      told: [],
      ideas: noIdeas,
      inbox: { praise: [], more: 0 },
      obstacles: noObstacles,
      thisWeek: [],
      moreThisWeek: false,
      due,
      pulse: null,
      firstSteps: false,
      welcomed: true,
    },
    {
      type: 'home',
      aboutMe: [],
      told: [],
      ideas: noIdeas,
      inbox: { praise: [], more: 0 },
      obstacles: noObstacles,
      thisWeek: [],
      moreThisWeek: false,
      due,
      pulse: null,
      firstSteps: true,
      welcomed: false,
    },
  ],
  settings: [
    { type: 'settings', settings, mayChange: true },
    { type: 'settings', settings: bare, mayChange: false },
  ],
  touchpoints: [
    { type: 'touchpoints', touchpoints, changed: null, suggested: null, mayChange: true },
    { type: 'touchpoints', touchpoints: touchpoints.slice(0, 1), changed: null, suggested: null, mayChange: false },
    { type: 'touchpoints', touchpoints: [], changed: null, suggested: null, mayChange: true },
    { type: 'touchpoints', touchpoints: [], changed: null, suggested: null, mayChange: false },
    ...(['added', 'changed', 'raised', 'removed'] as const).map((what) => ({
      type: 'touchpoints' as const,
      touchpoints,
      changed: { what, name: 'The phone' },
      suggested: null,
      mayChange: true,
    })),
  ],
  'touchpoint-map': [
    { type: 'touchpoint-map', touchpoints: mapped, mayChange: true },
    { type: 'touchpoint-map', touchpoints: mapped.slice(1), mayChange: false },
    { type: 'touchpoint-map', touchpoints: [], mayChange: true },
    { type: 'touchpoint-map', touchpoints: [], mayChange: false },
  ],
  'settings-changed': [{ type: 'settings-changed', settings }],
  welcome: [{ type: 'welcome', person: ana }],
  'welcomed-before': [{ type: 'welcomed-before' }],
  'details-added': [{ type: 'details-added', story: win }],
  'nomination-waiting': [
    { type: 'nomination-waiting', nomination },
    {
      type: 'nomination-waiting',
      nomination: { ...nomination, message: { ...nomination.message, words: '', permalink: null } },
    },
  ],
  'nomination-withdrawn': [{ type: 'nomination-withdrawn' }],
  'connection-lost': [
    { type: 'connection-lost', platform: 'slack', why: 'uninstalled' },
    { type: 'connection-lost', platform: 'slack', why: 'token-revoked' },
  ],
  'place-lost': (['archived', 'bot-removed'] as const).flatMap((why) =>
    [true, false].map((isDigest) => ({
      type: 'place-lost' as const,
      connection: 'c-1',
      channel: 'C1',
      why,
      digest: isDigest,
    })),
  ),
  'place-found': [{ type: 'place-found' }],
  addresses: [{ type: 'addresses', addresses: [{ of: 'service', address: { url: 'https://example.com/' } }] }],
  'delivery-unconfirmed': [
    {
      type: 'delivery-unconfirmed',
      delivery: 'd-1',
      what: 'digest',
      where: { kind: 'channel', connection: 'c-1', channel: 'C1' },
    },
  ],
  'posted-again': [{ type: 'posted-again', what: 'digest' }],
  'idea-proposed': [{ type: 'idea-proposed', idea }],
  'ideas-alike': [
    { type: 'ideas-alike', words: 'Names on cups', ideas: [idea] },
    { type: 'ideas-alike', words: 'Names on cups', ideas: [idea, { ...ideaBacked, author: ben }] },
  ],
  idea: [
    { type: 'idea', idea, choices: every },
    { type: 'idea', idea: ideaBacked, choices: { ...none, hand: 'take-back' } },
    { type: 'idea', idea: ideaAlive, choices: none },
    { type: 'idea', idea: ideaResting, choices: { ...none, wake: true } },
  ],
  'idea-changed': (
    [
      'reworded',
      'backed',
      'rested',
      'woken',
      'came-alive',
      'hand-lent',
      'hand-taken-back',
      'linked',
      'unlinked',
    ] as const
  ).map((what) => ({ type: 'idea-changed' as const, what, idea, choices: every })),
  'idea-taken-back': [{ type: 'idea-taken-back', words: idea.words }],
  'idea-news': [
    ...(['reworded', 'backed', 'rested', 'woken', 'came-alive', 'hand-lent'] as const).map((what) => ({
      type: 'idea-news' as const,
      what,
      idea: ideaBacked,
      by: ben,
      mine: true,
    })),
    { type: 'idea-news', what: 'came-alive', idea: ideaAlive, by: ben, mine: false },
  ],
  'idea-noticed': [
    { type: 'idea-noticed', idea: ideaAlive, story: customersWin },
    { type: 'idea-noticed', idea: ideaAlive, story: { ...customersWin, customer: null } },
    { type: 'idea-noticed', idea, story: recovery },
  ],
  'idea-withdrawn': [{ type: 'idea-withdrawn' }],
  'idea-waiting': [{ type: 'idea-waiting', idea }],
  'ideas-put-forward': [
    { type: 'ideas-put-forward', ideas: 0 },
    { type: 'ideas-put-forward', ideas: 2 },
  ],
  ideas: [
    { type: 'ideas', alive: [ideaAlive], backed: [ideaBacked], looking: [idea], more: true },
    { type: 'ideas', alive: [], backed: [], looking: [], more: false },
  ],
  ...privacyViews,
  'clock-moved': [{ type: 'clock-moved', at: due }],
  'connection-open': [
    { type: 'connection-open', organization: 'o-1', again: null },
    { type: 'connection-open', organization: 'o-1', again: { platform: 'slack', why: 'token-revoked', waited: 3 } },
    { type: 'connection-open', organization: 'o-1', again: { platform: 'slack', why: 'uninstalled', waited: 1 } },
    { type: 'connection-open', organization: 'o-1', again: { platform: 'slack', why: 'uninstalled', waited: 0 } },
  ],
  'people-met': [{ type: 'people-met', people: [ana, ben] }],
  'delivery-given-up': [{ type: 'delivery-given-up', what: 'digest', reason: 'channel_not_found' }],
};
