// Whatever is written of ideas, obstacles and touchpoints: nothing, too much, any script, a link in every field.

import { expect, test } from 'vitest';
import type { Obstacle } from '../../src/obstacles.ts';
import type { View } from '../../src/views.ts';
import { person } from '../fakes/company.ts';
import { beginJourney } from './journey.ts';

type Journey = Awaited<ReturnType<typeof beginJourney>>;

const report = { type: 'report-obstacle', kind: null, touchpoint: null, named: true, mentions: [] } as const;

/** Each field that people write in, by how it is sent and where it is read again. */
const FIELDS: {
  readonly [field: string]: (journey: Journey, written: string) => Promise<readonly [View, string | null | undefined]>;
} = {
  'an idea': async ({ as }, words) => {
    const view = await as(1)({ type: 'propose-idea', words, anyway: true });
    return [view, view.type === 'idea-proposed' ? view.idea.words : null];
  },
  'new words for an idea': async (journey, words) => {
    const view = await journey.as(1)({ type: 'reword-idea', idea: await anIdea(journey), words });
    return [view, view.type === 'idea-changed' ? view.idea.words : null];
  },
  'what a manager clears': async (journey, clearing) => {
    const view = await journey.as(0)({ type: 'back-idea', idea: await anIdea(journey), clearing });
    const now = view.type === 'idea-changed' ? view.idea.now : null;
    return [view, now?.state === 'backed' ? now.backing.clearing : null];
  },
  'why an idea rests': async (journey, reason) => {
    const view = await journey.as(0)({ type: 'rest-idea', idea: await anIdea(journey), reason });
    const now = view.type === 'idea-changed' ? view.idea.now : null;
    return [view, now?.state === 'resting' ? now.reason : null];
  },
  'what stands in the way': async ({ as }, words) => {
    const view = await as(1)({ ...report, words });
    return [view, obstacleOf(view)?.words];
  },
  'what changed': async ({ as }, whatChanged) => {
    const obstacle = obstacleOf(await as(1)({ ...report, words: 'The till has one key' }))?.id ?? '';
    await as(0)({ type: 'take-obstacle', obstacle });
    const view = await as(0)({ type: 'clear-obstacle', obstacle, whatChanged });
    const now = obstacleOf(view)?.now;
    return [view, now?.state === 'cleared' ? now.whatChanged : null];
  },
  'a touchpoint': async ({ as }, name) => {
    const view = await as(0)({ type: 'add-touchpoint', name, promise: '' });
    return [view, 'touchpoints' in view ? view.touchpoints[0]?.name : null];
  },
};

let proposed = 0;
async function anIdea({ as }: Journey): Promise<string> {
  proposed += 1;
  const view = await as(1)({ type: 'propose-idea', words: `Chair number ${proposed} by the door`, anyway: true });
  return view.type === 'idea-proposed' ? view.idea.id : '';
}

function obstacleOf(view: View): Obstacle | null {
  return view.type === 'obstacle' ? view.obstacle : null;
}

test('each field is asked for when empty, cut by nobody when too long, and kept as written', async () => {
  const journey = await beginJourney();
  for (const [field, send] of Object.entries(FIELDS)) {
    for (const nothing of ['', ' \n\u200b ']) {
      expect((await send(journey, nothing))[0], field).toMatchObject({ type: 'refusal' });
    }
    const tooLong = { type: 'refusal', reason: 'too-long', limit: expect.any(Number) };
    expect((await send(journey, 'long '.repeat(20_000)))[0], field).toMatchObject(tooLong);
    for (const written of [
      'https://example.com/?a=1&b=<2>',
      'כיסא ליד הדלת https://example.com',
      '椅子をドアのそばに',
    ]) {
      expect((await send(journey, written))[1], field).toBe(written);
      journey.clock.pass(60_000);
      if (field === 'a touchpoint') await removeAll(journey);
    }
  }
});

async function removeAll({ as, ask }: Journey): Promise<void> {
  const view = await ask({ type: 'touchpoints', by: person(0), words: null });
  for (const { id } of view.type === 'touchpoints' ? view.touchpoints : [])
    await as(0)({ type: 'remove-touchpoint', touchpoint: id });
}
