// Whatever people write of ideas, obstacles and touchpoints, with a link and markup in every field: on each platform it
// stands as they wrote it, leads nowhere, and mentions nobody.

import { expect, it } from 'vitest';
import { show as inSlack } from '../../adapters/slack/show.ts';
import { show as inTeams } from '../../adapters/teams/show.ts';
import { show as onThePage } from '../../adapters/web/show.ts';
import type { View } from '../../src/views.ts';
import { plainText } from '../../src/wording/plain.ts';
import { everyView } from './every-view.ts';

const WRITTEN = 'שלום https://example.com/?a=<b>&c [x](https://example.com) *b* <!channel>';
/** What people write; names of people, teams and touchpoints too. */
const FIELDS = ['words', 'name', 'clearing', 'reason', 'whatChanged', 'whatBroke', 'promise', 'touchpoint', 'customer'];

const views = (
  [
    'ideas',
    'idea',
    'idea-changed',
    'idea-news',
    'idea-noticed',
    'idea-waiting',
    'ideas-alike',
    'idea-proposed',
  ] as const
).flatMap((type): readonly View[] => everyView[type]);
const more = (
  [
    'obstacle',
    'obstacles',
    'obstacles-waiting',
    'touchpoints',
    'touchpoint-map',
    'digest',
    'story',
    'pulse',
    'mine',
  ] as const
).flatMap((type): readonly View[] => everyView[type]);

function filled<T>(value: T): T {
  if (Array.isArray(value)) return value.map(filled) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === 'permalink' ? null : typeof part === 'string' && FIELDS.includes(key) ? WRITTEN : filled(part),
    ]),
  ) as T;
}

const cases = [...views, ...more].map((view, index) => [`${view.type} ${index}`, filled(view)] as const);
const common = { timeZone: 'Europe/Berlin', as: 'answer', wholeStories: new Map<string, string>() } as const;

it.each(cases)('%s', (_name, view) => {
  const slack = inSlack(view, { ...common, userOf: () => null, mentionOf: () => null });
  for (const { text, blocks } of slack) {
    expect(text).not.toMatch(/<|>/);
    expect(typesIn(blocks).filter((type) => type === 'link' || type === 'mrkdwn' || type === 'broadcast')).toEqual([]);
  }

  const places = { named: [WRITTEN], suggested: null };
  const house = {
    ...common,
    surface: 'message',
    userOf: () => null,
    colleagues: [],
    channels: [],
    places,
    short: false,
  } as const;
  const { card } = inTeams(view, house);
  const ofMarkup = partsOf(card, 'TextBlock').map(({ text }) => String(text));
  expect(ofMarkup.filter((text) => text.includes('](https'))).toEqual([]);
  expect(typesIn(card)).not.toContain('Action.OpenUrl');

  const me = { person: 'p', user: 'ana', name: 'Ana', kind: 'human', manager: false, admin: false } as const;
  const { html } = onThePage(view, { ...common, me: me as never, people: [], stories: new Map(), places });
  expect(html).not.toMatch(/<b>&|<!channel>|href="https:\/\/example/);

  expect(plainText(view)).not.toBe('');
});

function typesIn(value: unknown): readonly string[] {
  return partsOf(value).map(({ type }) => String(type));
}

function partsOf(value: unknown, type?: string): readonly { readonly type?: unknown; readonly text?: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((one) => partsOf(one, type));
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && (type === undefined || value.type === type) ? [value] : [];
  return [...own, ...Object.values(value).flatMap((one) => partsOf(one, type))];
}
