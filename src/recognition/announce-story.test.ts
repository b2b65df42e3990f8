import { expect, test } from 'vitest';
import { sampleWin } from '../../test/samples/win.ts';
import type { Audience, Place } from '../commands.ts';
import { announceStory, reviseStory, withdrawStory } from './announce-story.ts';

const channel: Place = { kind: 'channel', connection: 'c', channel: 'good-news' };
const story = (audience: Audience) => sampleWin('s', { about: ['ana', 'ben'], audience });

test.each([
  ['everyone, where it was typed', 'everyone', channel, ['named ana', 'named ben', 'story good-news']],
  ['everyone, with no channel to tell', 'everyone', null, ['named ana', 'named ben']],
  ['its heroes alone', 'heroes', channel, ['named ana', 'named ben']],
] as const)('a story for %s', (_who, audience, where, hear) => {
  const heard = announceStory(story(audience), where).map(({ to, about }) => {
    if (to === 'wherever-it-stands') return to;
    return `${about.kind} ${to.kind === 'person' ? to.person : to.channel}`;
  });
  expect(heard).toEqual(hear);
});

test('what stands of a story is brought up to date, and taken away, by those who were told and nobody else', () => {
  for (const announced of [...reviseStory(story('everyone')), ...withdrawStory(story('everyone'))]) {
    expect(announced.to).toBe('wherever-it-stands');
  }
  const kinds = (announced: ReturnType<typeof reviseStory>) => announced.map(({ about }) => about.kind);
  expect(kinds(reviseStory(story('everyone')))).toEqual(['story', 'named']);
  expect(kinds(withdrawStory(story('everyone')))).toEqual(['story', 'named']);
  for (const { view } of withdrawStory(story('everyone'))) expect(view).toEqual({ type: 'story-withdrawn' });
});
