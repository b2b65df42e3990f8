// Every view as Teams gets it: cards that Teams takes, text for those who see no cards, nothing that becomes markup.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form } from '../../adapters/teams/asked.ts';
import type { Card, Seen, Shown } from '../../adapters/teams/card.ts';
import { withoutMarkdown } from '../../adapters/teams/escape.ts';
import { foundStories, installCard } from '../../adapters/teams/extension.ts';
import { showForm } from '../../adapters/teams/forms.ts';
import { show } from '../../adapters/teams/show.ts';
import type { Named, SettingsShown, View, Win } from '../../src/views.ts';
import { settingNames } from '../../src/wording/labels.ts';
import { faultsOfCard, faultsOfDialog, valuesOf } from '../fakes/teams/card-shape.ts';
import { noObstacles } from './every-obstacle-view.ts';
import { everyView, fullestMap, mostTouchpoints, praise, recovery, win } from './every-view.ts';

const seen = (differs: Partial<Seen> = {}): Seen => ({
  timeZone: 'Europe/Berlin',
  as: 'post',
  surface: 'message',
  userOf: (person) => `29:${person}`,
  colleagues: [],
  channels: [],
  places: { named: [], suggested: null },
  wholeStories: new Map(),
  short: false,
  ...differs,
});

const colleagues = Array.from({ length: 100 }, (_, number) => ({ user: `29:c${number}`, name: `Colleague ${number}` }));
const views = Object.values(everyView).flat() as readonly View[];

const named = mostTouchpoints.map(({ name }) => name);
const places = { named, suggested: named[3] ?? null };

const ways: readonly Partial<Seen>[] = [
  {},
  { as: 'answer', colleagues },
  { as: 'answer', surface: 'dialog', places },
  { short: true, userOf: () => null },
];

function expectTaken({ card, text, summary }: Shown, surface: Seen['surface'] = 'message'): void {
  expect((surface === 'dialog' ? faultsOfDialog : faultsOfCard)(card)).toEqual([]);
  expect(text.trim()).not.toBe('');
  expect(summary).toMatch(/^\S.*\S$/);
  expect(summary.length).toBeLessThanOrEqual(200);
  expect(card.fallbackText).not.toBe('');
}

/** Texts that are read as markdown, wherever they stand. */
function markdownIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(markdownIn);
  if (typeof value !== 'object' || value === null) return [];
  const one = value as { readonly type?: unknown; readonly text?: unknown };
  const own = one.type === 'TextBlock' || one.type === 'FactSet' ? [String(one.text)] : [];
  return [...own, ...Object.values(value).flatMap(markdownIn)];
}

/** What a person reads: the runs of a card, in their order. */
function readable(card: Card): string {
  return valuesOf(card.body, 'text').join('\n');
}

describe('every view', () => {
  it.each(views.map((view, index) => [`${view.type} ${index}`, view] as const))('%s', (_name, view) => {
    for (const way of ways) {
      const { surface = 'message' } = way;
      expectTaken(show(view, seen(way), { type: 'search', words: 'box' }), surface);
    }
  });

  it('says its words in the card as in the text', () => {
    const { card, text } = show({ type: 'story-told', story: recovery }, seen());
    for (const words of [recovery.words, recovery.whatBroke]) {
      expect(readable(card)).toContain(words);
      expect(text).toContain(words);
    }
  });

  it('is there whole for whoever sees no card', () => {
    const long = { ...win, words: 'She walked a guest to the station. '.repeat(85).trim() };
    for (const view of [...views, { type: 'story', story: long, cheeredByMe: false, mayChange: true } as const]) {
      const { card, text } = show(view, seen());
      expect(card.fallbackText).toBe(withoutMarkdown(text));
    }
  });

  it('offers no setting that Teams has no use for', () => {
    for (const view of views.filter(({ type }) => type.startsWith('settings'))) {
      const { card, text } = show(view, seen());
      expect(`${readable(card)}${text}`).not.toContain(settingNames.nominationEmoji);
      expect(readable(card)).toContain(settingNames.praiseDays);
    }
  });

  it('names commands as they are typed in Teams', () => {
    const said = views.filter((view) => !('words' in view)).map((view) => JSON.stringify(show(view, seen())));
    expect(said.filter((shown) => shown.includes('/kudos'))).toEqual([]);
    const help = show({ type: 'help' }, seen());
    for (const command of ['kudos @name what happened', 'mine', 'inbox', 'undo', 'search some words', 'settings']) {
      expect(help.text.split('\n')).toContain(command);
    }
  });

  it('shows everyone in a channel applause, and the teller alone what only they can do', () => {
    const post = show({ type: 'story-told', story: win }, seen());
    expect(valuesOf(post.card, 'verb')).toEqual(['show-told', 'cheer']);
    expect(post.card.refresh).toMatchObject({ userIds: ['29:p-ben'] });
    const own = show({ type: 'story', story: win, cheeredByMe: false, mayChange: true }, seen({ as: 'answer' }));
    expect(valuesOf(own.card, 'verb')).toContain('undo');
    const others = show({ type: 'story', story: win, cheeredByMe: false, mayChange: false }, seen({ as: 'answer' }));
    expect(valuesOf(others.card, 'verb')).toEqual(['cheer']);
  });
});

const story = everyView['kudos-given'][0]?.story ?? win;
const settings = everyView.settings.map((view) => view.settings) as readonly SettingsShown[];
const forms: readonly Form[] = [
  { form: 'kudos', seed: {} },
  {
    form: 'kudos',
    seed: {
      words: 'x'.repeat(7000),
      heroes: [{ user: '29:ana', name: 'Ana Duarte' }],
      where: '19:c',
      permalink: `https://teams.example.com/${'x'.repeat(1500)}`,
      nomination: 'n',
    },
  },
  { form: 'praise', words: 'Thank you. '.repeat(9000) },
  { form: 'settle', praise },
  { form: 'complete', praise },
  { form: 'complete', praise: { ...praise, unsure: ['words', 'name'], words: '' } },
  { form: 'settle', praise: { ...praise, words: '謝'.repeat(100_000) } },
  ...(['what-broke', 'words', 'details'] as const).map((form): Form => ({ form, story })),
  { form: 'touchpoint', touchpoint: null },
  { form: 'touchpoint', touchpoint: mostTouchpoints[0] ?? null },
  ...settings.map((one): Form => ({ form: 'settings', settings: one })),
];

describe('every form', () => {
  it.each(forms.map((form, index) => [`${form.form} ${index}`, form] as const))('%s', (_name, form) => {
    for (const way of ways) {
      const { surface = 'message' } = way;
      expectTaken(showForm(form, seen(way)), surface);
      const no = { type: 'refusal', reason: 'name-ambiguous', name: 'An', people: [{ person: 'p', name: 'Ana' }] };
      const typed = { words: 'w'.repeat(5000), heroes: '29:a,29:b', 'typed-heroes': 'An', audience: 'heroes' };
      expectTaken(showForm(form, seen(way), { typed, no: no as never }), surface);
    }
  });
});

it('a form that names nobody is shown again with what was typed, and asks for somebody in words that suit it', () => {
  const typed = { words: 'Stayed on the line.', 'typed-heroes': '', customer: 'Garden Shop' };
  const no = { type: 'refusal', reason: 'no-hero-named' } as const;
  const { card } = showForm({ form: 'kudos', seed: {} }, seen({ colleagues }), { typed, no });
  expect(valuesOf(card, 'value')).toEqual(expect.arrayContaining(['Stayed on the line.', 'Garden Shop']));
  expect(readable(card)).toContain('Choose at least one colleague');
  expect(readable(card)).not.toContain('@');
});

it('a customer’s story can be placed, while its words stay the customer’s', () => {
  const story = { ...win, voice: 'customer' } as const;
  const { card } = show({ type: 'story', story, cheeredByMe: false, mayChange: true }, seen({ as: 'answer' }));
  expect(valuesOf(card, 'verb')).toContain('ask-details');
  expect(valuesOf(card, 'verb')).not.toContain('ask-words');
});

describe('the message extension', () => {
  it('finds stories to paste, in which nothing can be pressed', () => {
    const found = foundStories([win, { ...recovery, words: '<b>&amp; more</b>' }], seen());
    for (const { card, preview } of found) {
      expect(faultsOfCard(card)).toEqual([]);
      expect(valuesOf(card, 'verb')).toEqual([]);
      expect(preview.text).not.toMatch(/<[a-z/]|&[a-z]+;/);
    }
    expect(found).toHaveLength(2);
  });

  it('offers to add Herald where it is not', () => {
    expect(faultsOfCard(installCard())).toEqual([]);
    expect(JSON.stringify(installCard())).toContain('"msteams":{"justInTimeInstall":true}');
  });
});

describe('at the limits', () => {
  const crowd = (many: number): readonly Named[] =>
    Array.from({ length: many }, (_, number) => ({ person: `p${number}`, name: `${'N'.repeat(150)}${number}` }));
  const longest = (words: string): Win => ({
    ...win,
    words,
    heroes: crowd(50),
    customer: 'C'.repeat(150),
    touchpoint: 'T'.repeat(150),
  });
  const words = [
    'x'.repeat(3000),
    '👩‍👩‍👧‍👦'.repeat(270),
    'כל הכבוד '.repeat(330),
    '謝'.repeat(3000),
    '\u0001"\\'.repeat(1000),
  ];

  it.each(words)('%#: a story of 3,000 characters with fifty heroes, and all lists of it', (told) => {
    const one = longest(told);
    const many = Array.from({ length: 60 }, (_, number) => ({ ...one, id: `s${number}` }));
    const shown: readonly View[] = [
      { type: 'story-told', story: one },
      { type: 'kudos-given', story: one },
      { type: 'story', story: one, cheeredByMe: false, mayChange: true },
      { type: 'mine', aboutMe: many, told: many, ideas: { proposed: [], helped: [] }, obstacles: noObstacles },
      { type: 'search-results', words: told, stories: many, more: true },
      { type: 'refusal', reason: 'not-stored-yet', words: told },
      ...[0, 1, 12, 400].map(
        (lines): View => ({
          type: 'digest',
          digest: {
            week: '2026-W48',
            inFull: many.slice(0, 5),
            inALine: Array.from({ length: lines }, (_, number) => ({ ...one, id: `line-${number}` })),
          },
        }),
      ),
    ];
    for (const view of shown) {
      for (const way of ways) expectTaken(show(view, seen(way)), way.surface);
      const short = JSON.stringify(show(view, seen({ short: true })).card).length;
      expect(short).toBeLessThanOrEqual(JSON.stringify(show(view, seen()).card).length);
    }
  });

  it('the longest list of touchpoints: each stands in it, with a way to change it', () => {
    const touchpoints = mostTouchpoints;
    const list = { type: 'touchpoints', touchpoints, changed: null, suggested: null, mayChange: true } as const;
    for (const view of [list, { type: 'touchpoint-map', touchpoints: fullestMap, mayChange: true } as const]) {
      for (const way of ways) expectTaken(show(view, seen(way)), way.surface);
      for (const { name } of touchpoints) expect(readable(show(view, seen()).card)).toContain(name.slice(0, 15));
    }
    const verbs = valuesOf(show(list, seen()).card, 'verb');
    expect(verbs.filter((verb) => verb === 'ask-touchpoint')).toHaveLength(41);
  });

  it('a story that is shortened leads to the wall, where it stands on it', () => {
    const url = 'https://herald.example.com/wall/long?signature=abc';
    const long = { ...longest('word '.repeat(600)), id: 'long' };
    const digest = { week: '2026-W48', inFull: [long, win], inALine: [] };
    const shown = show(
      { type: 'digest', digest },
      seen({
        wholeStories: new Map([
          ['long', url],
          [win.id, url],
        ]),
      }),
    );
    expectTaken(shown);
    expect(valuesOf(shown.card.body, 'url')).toEqual([url]);
    expect(readable(shown.card)).toContain('Read the whole story');
    expect(valuesOf(show({ type: 'digest', digest }, seen()).card.body, 'url')).toEqual([]);
  });

  it('a digest of an ordinary week tells every story, the short ones unfolding', () => {
    const inALine = Array.from({ length: 20 }, (_, number) => ({
      ...win,
      id: `l${number}`,
      words: `Story ${number}. ${win.words}`,
    }));
    const { card } = show({ type: 'digest', digest: { week: '2026-W48', inFull: [win], inALine } }, seen());
    for (const { words: told } of inALine) expect(readable(card)).toContain(told);
    expect(valuesOf(card, 'verb')).toEqual(['cheer']);
  });

  it('any words at all stand as they are, and become no markup', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(
        '<at>Everyone</at>',
        '**a**',
        '[x](https://example.com)',
        '- a',
        '1. a',
        '&amp;',
        '\u202e',
        '_a_',
      ),
    );
    const typed = fc.array(word, { minLength: 1, maxLength: 8 }).map((some) => some.join(' ').toWellFormed());
    fc.assert(
      fc.property(typed, (words) => {
        const told = { ...win, words, customer: words.slice(0, 100), heroes: [{ person: 'p', name: words }] };
        for (const view of [
          { type: 'story-told', story: told },
          { type: 'digest', digest: { week: '2026-W48', inFull: [told], inALine: [told] } },
        ] as const) {
          const { card } = show(view, seen());
          expectTaken(show(view, seen()));
          expect(markdownIn(card).filter((text) => words.length > 3 && text.includes(words))).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a date that somebody types stays what was typed', () => {
    const typed = '{{DATE(2026-11-23T08:00:00Z)}} {{TIME(2026-11-23T08:00:00Z)}}';
    const { card } = show({ type: 'story-told', story: { ...win, words: typed } }, seen());
    expect(readable(card)).not.toMatch(/\{\{(DATE|TIME)\(/);
    expect(readable(card).replaceAll('\u2060', '')).toContain(typed);
  });
});
