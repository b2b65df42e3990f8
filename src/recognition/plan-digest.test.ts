import { describe, expect, test } from 'vitest';
import { sampleIdea } from '../../test/samples/idea.ts';
import { sampleWin } from '../../test/samples/win.ts';
import type { Week } from '../commands.ts';
import { OPEN_QUESTIONS } from './open-question.ts';
import type { PlannedDigest } from './organization.ts';
import { planDigest } from './plan-digest.ts';
import { nextWeek } from './week.ts';

const at = '2026-11-23T08:00:00.000Z';
const week = '2026-W48';
const open = { digestChannelLost: null, digestHeroes: 'named', lost: null } as const;
const chat = { id: 'chat', platform: 'slack', digestChannel: 'general', ...open } as const;
const office = { id: 'office', platform: 'teams', digestChannel: 'all-hands', ...open } as const;
const mute = { id: 'mute', platform: 'email', digestChannel: null, ...open } as const;
const six = [1, 2, 3, 4, 5, 6].map((count) => ({ win: sampleWin(`w${count}`), heldUntil: null }));

const plan = (known: Partial<Parameters<typeof planDigest>[0]>, planned: Week = week) =>
  planDigest({
    command: { type: 'plan-digest', key: `digest:${planned}`, organization: 'o', at, week: planned },
    id: 'd1',
    organization: { id: 'o', connections: [chat] },
    existing: null,
    last: null,
    untold: [],
    ...known,
  });
const earlier = (of: Week, posted: PlannedDigest['posted']): PlannedDigest => ({ id: 'd0', week: of, posted, at });

describe('a week with wins', () => {
  test('marks each as told, in full or in a line, and tells them in every digest channel', () => {
    const { reply, facts, announce } = plan({
      untold: six,
      organization: { id: 'o', connections: [chat, mute, office] },
    });
    const wins = six.map(({ win }) => win);
    const digest = { week, inFull: wins.slice(0, 5), inALine: wins.slice(5) };
    expect(reply).toEqual({ type: 'digest-planned', week, posted: 'stories', stories: 6 });
    expect(facts).toEqual([
      {
        type: 'digest-planned',
        organization: 'o',
        at,
        id: 'd1',
        week,
        posted: 'stories',
        inFull: ['w1', 'w2', 'w3', 'w4', 'w5'],
        inALine: ['w6'],
      },
    ]);
    expect(announce).toEqual(
      [
        { kind: 'channel', connection: 'chat', channel: 'general' },
        { kind: 'channel', connection: 'office', channel: 'all-hands' },
      ].map((to) => ({ to, about: { kind: 'digest', id: 'd1' }, view: { type: 'digest', digest } })),
    );
  });

  test('is planned once', () => {
    const existing = { id: 'd0', week, posted: 'stories', at: '2026-11-23T07:59:00.000Z' } as const;
    expect(plan({ untold: six, existing })).toEqual({
      reply: { type: 'digest-already-planned', week, at: '2026-11-23T07:59:00.000Z' },
      facts: [],
      announce: [],
    });
  });

  test.each([
    ['was thrown out', { ...chat, lost: 'uninstalled' }],
    ['cannot speak in its channel', { ...chat, digestChannelLost: 'archived' }],
  ] as const)('keeps them for later while Herald %s', (_why, connection) => {
    const planned = plan({ untold: six, organization: { id: 'o', connections: [connection] } });
    expect(planned).toEqual({ reply: { type: 'refusal', reason: 'no-digest-channel' }, facts: [], announce: [] });
  });

  test('keeps them for later while there is no channel to tell them in', () => {
    const planned = plan({ untold: six, organization: { id: 'o', connections: [mute] } });
    expect(planned).toEqual({ reply: { type: 'refusal', reason: 'no-digest-channel' }, facts: [], announce: [] });
  });

  test('is told even right after a question', () => {
    expect(plan({ untold: six, last: earlier('2026-W47', 'question') }).reply).toMatchObject({ posted: 'stories' });
  });
});

describe('a week without wins', () => {
  test('asks one open question', () => {
    const { reply, facts, announce } = plan({ last: earlier('2026-W47', 'stories') });
    expect(reply).toEqual({ type: 'digest-planned', week, posted: 'question', stories: 0 });
    expect(facts).toMatchObject([{ type: 'digest-planned', week, posted: 'question', inFull: [], inALine: [] }]);
    expect(announce).toEqual([
      {
        to: { kind: 'channel', connection: 'chat', channel: 'general' },
        about: { kind: 'digest', id: 'd1' },
        view: { type: 'quiet-week', week, question: expect.any(Number) },
      },
    ]);
  });

  test('counts as such when all there is waits, is held or is private', () => {
    const untold = [
      { win: sampleWin('unsettled', { settled: false }), heldUntil: null },
      { win: sampleWin('held'), heldUntil: week },
      { win: sampleWin('private', { audience: 'heroes' }), heldUntil: null },
    ];
    expect(plan({ untold }).reply).toMatchObject({ posted: 'question' });
  });

  test('is silent the week after a question, and only then', () => {
    const posted = (last: PlannedDigest | null) => {
      const { reply, announce } = plan({ last });
      return [reply.type === 'digest-planned' && reply.posted, announce.length];
    };
    expect(posted(earlier('2026-W47', 'question'))).toEqual(['silent', 0]);
    expect(posted(earlier('2026-W47', 'silent'))).toEqual(['question', 1]);
    expect(posted(earlier('2026-W46', 'question'))).toEqual(['question', 1]);
    expect(posted(null)).toEqual(['question', 1]);
  });

  const looking = { alive: [], looking: [sampleIdea({ id: 'i1' })] };
  const alive = { alive: [{ idea: sampleIdea({ id: 'i2' }), noticed: null }], looking: [] };

  test('but with an idea that came alive tells it, with the question; right after a question without one', () => {
    const below = { below: { ideas: alive } };
    const asked = plan({ below });
    expect(asked.reply).toMatchObject({ posted: 'question', stories: 0 });
    expect(asked.announce).toMatchObject([
      { view: { type: 'digest', digest: { inFull: [], inALine: [], ...below, question: expect.any(Number) } } },
    ]);
    const news = plan({ below, last: earlier('2026-W47', 'question') });
    expect(news.reply).toMatchObject({ posted: 'news', stories: 0 });
    expect(news.facts).toMatchObject([
      { type: 'digest-planned', posted: 'news' },
      { type: 'ideas-told', alive: ['i2'] },
    ]);
    expect(news.announce).toMatchObject([{ view: { type: 'digest', digest: below } }]);
    expect(news.announce).not.toMatchObject([{ view: { digest: { question: expect.anything() } } }]);
  });

  test('speaks for nobody who only looks for a hand: they stand with the question, and wait where there is none', () => {
    const below = { below: { ideas: looking } };
    expect(plan({ below }).facts).toMatchObject([{ posted: 'question' }, { type: 'ideas-told', looking: ['i1'] }]);
    const silent = plan({ below, last: earlier('2026-W47', 'question') });
    expect(silent.facts).toMatchObject([{ posted: 'silent' }]);
    expect(silent.facts).toHaveLength(1);
    expect(silent.announce).toEqual([]);
  });

  test('after a question in the last week of a leap year is silent too', () => {
    expect(plan({ last: earlier('2026-W53', 'question') }, '2027-W01').reply).toMatchObject({ posted: 'silent' });
  });

  test('in a long quiet time every question is asked before one comes again', () => {
    const asked: number[] = [];
    let last: PlannedDigest | null = null;
    for (let of = '2026-W40'; of < '2028-W01'; of = nextWeek(of)) {
      const { reply, announce } = plan({ last }, of);
      if (reply.type !== 'digest-planned') throw new Error(`Not planned: ${reply.type}`);
      for (const { view } of announce) if (view.type === 'quiet-week') asked.push(view.question);
      last = earlier(of, reply.posted);
    }
    expect(asked.length).toBeGreaterThan(4 * OPEN_QUESTIONS);
    for (const start of asked.slice(0, -OPEN_QUESTIONS).keys()) {
      const round = asked.slice(start, start + OPEN_QUESTIONS);
      expect(round.toSorted()).toEqual(Array.from({ length: OPEN_QUESTIONS }, (_, question) => question));
    }
  });
});
