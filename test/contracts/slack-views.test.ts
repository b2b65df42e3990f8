// Every view as Slack gets it: blocks that Slack takes, text for those who see no blocks, nothing that pings.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { homeTab } from '../../adapters/slack/home.ts';
import { kudosForm } from '../../adapters/slack/kudos-form.ts';
import { BUTTON_TEXT_ON_PHONES, MESSAGE_BLOCKS, MESSAGE_CHARACTERS, TEXT } from '../../adapters/slack/limits.ts';
import { answerModal } from '../../adapters/slack/modal.ts';
import { charactersIn } from '../../adapters/slack/packing.ts';
import { noPlaces } from '../../adapters/slack/place-fields.ts';
import type { Seen, Shown } from '../../adapters/slack/seen.ts';
import { settingsForm } from '../../adapters/slack/settings-form.ts';
import { settleForm } from '../../adapters/slack/settle-form.ts';
import { show } from '../../adapters/slack/show.ts';
import { detailsForm, whatBrokeForm, wordsForm } from '../../adapters/slack/story-forms.ts';
import { touchpointForm } from '../../adapters/slack/touchpoint-form.ts';
import type { Named, View, Win } from '../../src/views.ts';
import { isThing, type Thing } from '../fakes/slack/json.ts';
import { acceptBlocks, acceptView } from '../fakes/slack/surfaces.ts';
import { everyView, fullestMap, mostTouchpoints, praise, win } from './every-view.ts';

const manyPlaces = { named: mostTouchpoints.map(({ name }) => name), suggested: mostTouchpoints[3]?.name ?? null };

import { noObstacles } from './every-obstacle-view.ts';

const seen = (as: Seen['as']): Seen => ({
  timeZone: 'Europe/Berlin',
  as,
  userOf: (person) => `U${person.toUpperCase()}`,
  mentionOf: (person) => (person === '' ? null : `U${person.toUpperCase()}`),
  wholeStories: new Map(),
});

/** Texts that Slack reads as mrkdwn, wherever they stand. */
function mrkdwnIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnIn);
  if (!isThing(value)) return [];
  const own = value.type === 'mrkdwn' || value.type === 'markdown' ? [String(value.text)] : [];
  return [...own, ...Object.values(value).flatMap(mrkdwnIn)];
}

function expectTaken({ text, blocks }: Shown): void {
  expect(() => acceptBlocks(blocks)).not.toThrow();
  expect(blocks.length).toBeGreaterThan(0);
  expect(blocks.length).toBeLessThanOrEqual(MESSAGE_BLOCKS);
  expect(charactersIn(blocks)).toBeLessThanOrEqual(MESSAGE_CHARACTERS + 100);
  expect(text.length).toBeGreaterThan(0);
  expect(text.length).toBeLessThanOrEqual(TEXT);
  expect(text).not.toMatch(/<|>/);
  expect(mrkdwnIn(blocks)).toEqual([]);
}

const views = Object.values(everyView).flat() as readonly View[];

describe('every view', () => {
  it.each(views.map((view, index) => [`${view.type} ${index}`, view] as const))('%s', (_name, view) => {
    for (const as of ['post', 'answer'] as const) {
      const shown = show(view, seen(as));
      for (const part of shown) expectTaken(part);
      const [first] = shown;
      if (first) expect(() => acceptView(answerModal(first), 'modal')).not.toThrow();
      if (view.type === 'home') expect(() => acceptView(homeTab(view, seen(as)), 'home')).not.toThrow();
    }
  });
});

function buttonsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(buttonsIn);
  if (!isThing(value)) return [];
  const own = value.type === 'button' && isThing(value.text) ? [String(value.text.text)] : [];
  return [...own, ...Object.values(value).flatMap(buttonsIn)];
}

it('no button says more than a phone shows', () => {
  const labels = views.flatMap((view) =>
    (['post', 'answer'] as const).flatMap((as) => buttonsIn(show(view, seen(as)).map(({ blocks }) => blocks))),
  );
  expect(labels.length).toBeGreaterThan(100);
  expect(labels.filter((label) => label.length > BUTTON_TEXT_ON_PHONES)).toEqual([]);
});

describe('every form', () => {
  const settings = everyView.settings[0]?.settings;
  const filled = {
    words: 'x'.repeat(4000),
    heroes: ['UANA'],
    where: 'C1',
    permalink: `https://${'x'.repeat(200)}`,
    nomination: 'n',
  };
  const groups = {
    offered: Array.from({ length: 100 }, (_, number) => ({ group: `S${number}`, name: `Team ${number}` })),
    chosen: ['S1', 'S7'],
  };
  const forms: readonly (readonly [string, unknown])[] = [
    ['kudos, empty', kudosForm({}, noPlaces)],
    ['kudos, full', kudosForm(filled, manyPlaces, 'yes')],
    ...(['win', 'recovery', 'thanks', 'not-praise', undefined] as const).map(
      (as) =>
        [
          `settle ${as}`,
          settleForm({ praise: { ...praise, words: 'x'.repeat(90_000) }, as, heroes: ['UANA'] }),
        ] as const,
    ),
    ['what broke', whatBrokeForm(win.id)],
    ['words', wordsForm({ ...win, words: 'x'.repeat(3000) })],
    ['details', detailsForm(win, noPlaces)],
    ['details, at a touchpoint', detailsForm({ ...win, touchpoint: manyPlaces.named[39] ?? '' }, manyPlaces)],
    ['touchpoint, new', touchpointForm(null)],
    ['touchpoint, longest', touchpointForm({ id: 't', name: '“'.repeat(75), promise: 'é'.repeat(300) })],
    ['settings', settings && settingsForm(settings, groups)],
  ];
  it.each(forms)('%s', (_name, form) => {
    expect(() => acceptView(form, 'modal')).not.toThrow();
  });

  it('has no label of its own that had to be cut', () => {
    const shown = [
      kudosForm({}, manyPlaces, 'yes'),
      settleForm({ praise, as: 'recovery', heroes: [] }),
      settings && settingsForm(settings, groups),
    ];
    expect(JSON.stringify(shown)).not.toContain('…"');
  });
});

it('a customer’s story can be placed, while its words stay the customer’s', () => {
  const story = { ...win, voice: 'customer' } as const;
  const [shown] = show({ type: 'story', story, cheeredByMe: false, mayChange: true }, seen('answer'));
  expect(valuesOf(shown?.blocks, 'ask-details')).toEqual([win.id]);
  expect(valuesOf(shown?.blocks, 'ask-words')).toEqual([]);
});

describe('at the limits', () => {
  const crowd = (many: number): readonly Named[] =>
    Array.from({ length: many }, (_, number) => ({ person: `p${number}`, name: `${'N'.repeat(150)}${number}` }));
  const longest: Win = {
    ...win,
    words: `${'word & <more> '.repeat(220)}`,
    heroes: crowd(50),
    customer: 'C'.repeat(150),
    touchpoint: 'T'.repeat(150),
  };

  it('the longest story, and a digest of the longest', () => {
    const digest = (lines: number) => ({
      type: 'digest' as const,
      digest: {
        week: '2026-W48',
        inFull: Array.from({ length: 5 }, (_, number) => ({ ...longest, id: `full-${number}` })),
        inALine: Array.from({ length: lines }, (_, number) => ({ ...longest, id: `line-${number}` })),
      },
    });
    for (const view of [
      { type: 'story-told', story: longest },
      { type: 'you-were-named', story: longest },
    ] as const) {
      for (const part of show(view, seen('post'))) expectTaken(part);
    }
    for (const lines of [0, 1, 400]) {
      const parts = show(digest(lines), seen('post'));
      for (const part of parts) expectTaken(part);
      const told = parts.flatMap(({ blocks }) => valuesOf(blocks, 'cheer'));
      expect(new Set(told).size).toBe(5 + lines);
    }
  });

  it('the longest list of touchpoints: each stands in it, with a way to change it', () => {
    const touchpoints = mostTouchpoints;
    const list = { type: 'touchpoints', touchpoints, changed: null, suggested: null, mayChange: true } as const;
    for (const view of [list, { type: 'touchpoint-map', touchpoints: fullestMap, mayChange: true } as const]) {
      const [shown, ...more] = show(view, seen('answer'));
      if (shown) expectTaken(shown);
      expect(more).toEqual([]);
      for (const { name } of touchpoints) expect(JSON.stringify(shown?.blocks)).toContain(name);
    }
    const [shown] = show(list, seen('answer'));
    expect(valuesOf(shown?.blocks ?? [], 'ask-touchpoint')).toHaveLength(41);
  });

  it('a story that is shortened leads to the wall, where it stands on it', () => {
    const url = 'https://herald.example.com/wall/s-win?signature=abc';
    const wholeStories = new Map([[longest.id, url]]);
    const one = { week: '2026-W48', inFull: [longest], inALine: [{ ...win, id: 'short' }] };
    const parts = show({ type: 'digest', digest: one }, { ...seen('post'), wholeStories });
    for (const part of parts) expectTaken(part);
    expect(JSON.stringify(parts).split(url)).toHaveLength(2);
    expect(JSON.stringify(parts)).toContain('"text":"Read the whole story"');
    expect(JSON.stringify(show({ type: 'digest', digest: one }, seen('post')))).not.toContain('Read the whole story');
  });

  it('praise of 100,000 characters', () => {
    for (const part of show(
      { type: 'praise-waiting', praise: { ...praise, words: 'y '.repeat(50_000), note: 'z'.repeat(90_000) } },
      seen('post'),
    )) {
      expectTaken(part);
    }
  });

  it('any words at all stand as they are, and ping nobody', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('<!channel>', '<@U0>', '<https://x|y>', '```', '*a*', '&amp;', '\u202e', ':tada:'),
    );
    const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((some) => some.join(' ').toWellFormed());
    fc.assert(
      fc.property(words, (typed) => {
        const story = { ...win, words: typed, customer: typed.slice(0, 100), heroes: [{ person: 'p', name: typed }] };
        for (const part of show({ type: 'story-told', story }, seen('post'))) expectTaken(part);
      }),
      { numRuns: 150 },
    );
    // The tables behind any letter at all take a while to make on a busy machine.
  }, 30_000);
});

describe('a list of stories', () => {
  const open = (story: Partial<Win>) =>
    valuesOf(
      show({ type: 'search-results', words: 'w', stories: [{ ...plain, ...story }], more: false }, seen('answer')),
      'show-story',
    );
  const plain: Win = { ...win, words: 'carried it upstairs', customer: null, touchpoint: null, permalink: null };

  it('leads to the whole of a story only where its line leaves something out', () => {
    expect(open({})).toEqual([]);
    expect(open({ words: 'carried it upstairs '.repeat(20) })).toEqual([win.id]);
    expect(open({ customer: 'Garden Shop Example' })).toEqual([win.id]);
    expect(open({ touchpoint: 'the phone' })).toEqual([win.id]);
    expect(open({ permalink: 'https://example.com/' })).toEqual([win.id]);
    const crowd = Array.from({ length: 20 }, (_, number) => ({ person: `p${number}`, name: `Somebody ${number}` }));
    expect(open({ heroes: crowd })).toEqual([win.id]);
  });

  it('leads whoever told them to what can be changed', () => {
    const mine = {
      type: 'mine',
      aboutMe: [],
      told: [plain],
      ideas: { proposed: [], helped: [] },
      obstacles: noObstacles,
    } as const;
    expect(valuesOf(show(mine, seen('answer')), 'show-story')).toEqual([win.id]);
  });
});

it('a customer’s words flow again where their mail broke the lines; a colleague’s stand as typed', () => {
  const words = 'We had ordered a crib and I was sure we would spend the\nevening cursing at it.\n\nGrete\nExampleton';
  const shownAs = (voice: Win['voice']) =>
    JSON.stringify(show({ type: 'story-told', story: { ...win, voice, words } }, seen('post')));
  expect(shownAs('customer')).toContain('spend the evening cursing at it.\\n\\nGrete\\nExampleton');
  expect(shownAs('colleague')).toContain('spend the\\nevening');
});

function valuesOf(value: unknown, action: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesOf(one, action));
  if (!isThing(value)) return [];
  const own = value.action_id === action ? [String(value.value)] : [];
  return [...own, ...Object.values(value as Thing).flatMap((inner) => valuesOf(inner, action))];
}
