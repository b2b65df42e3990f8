// Whoever looks ahead at the next digest sees all that it will say, wherever they look.

import { expect, it } from 'vitest';
import { show as showInSlack } from '../../adapters/slack/show.ts';
import { show as showInTeams } from '../../adapters/teams/show.ts';
import { show as showOnPage } from '../../adapters/web/show.ts';
import { plainText } from '../../src/wording/plain.ts';
import { clearedObstacle } from './every-obstacle-view.ts';
import { digestWithIdeas } from './every-view.ts';

const view = {
  type: 'digest-preview',
  digest: { ...digestWithIdeas, below: { ...digestWithIdeas.below, cleared: [clearedObstacle] } },
  due: '2026-11-23T08:00:00.000Z',
  held: [],
  unsettled: [],
  mayHold: false,
} as const;

const seen = {
  timeZone: 'Europe/Berlin',
  as: 'answer',
  userOf: () => null,
  mentionOf: () => null,
  wholeStories: new Map(),
  places: { named: [], suggested: null },
} as const;
const me = {
  person: 'p',
  user: 'ana',
  name: 'Ana Duarte',
  kind: 'human',
  manager: false,
  admin: false,
  active: true,
  guest: false,
} as const;

const shown = {
  'in plain text': () => plainText(view, seen.timeZone),
  'in Slack': () => JSON.stringify(showInSlack(view, seen)),
  'in Teams': () =>
    JSON.stringify(showInTeams(view, { ...seen, surface: 'message', colleagues: [], channels: [], short: false })),
  'on the page': () => showOnPage(view, { ...seen, me, people: [], stories: new Map() }).html,
};

it.each(Object.entries(shown))('%s a look ahead shows what stands below the stories', (_where, text) => {
  const { ideas } = digestWithIdeas.below ?? {};
  for (const { words } of [
    clearedObstacle,
    ...(ideas?.looking ?? []),
    ...(ideas?.alive ?? []).map(({ idea }) => idea),
  ]) {
    expect(text()).toContain(words);
  }
});
