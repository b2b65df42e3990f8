import { expect, test } from 'vitest';
import { digest, everyRefusal, everyView, praise, recovery, win } from '../../test/contracts/every-view.ts';
import type { View } from '../views.ts';
import { headline } from './headlines.ts';
import * as labels from './labels.ts';
import { plainText } from './plain.ts';
import { openQuestions } from './questions.ts';

const zone = 'Europe/Berlin';
const views: readonly View[] = Object.values(everyView).flat();

test.each(views.map((view) => [view.type, view] as const))('%s reads as a text of its own', (_type, view) => {
  const text = plainText(view, zone);
  expect(text).not.toMatch(/undefined|null|NaN|\[object|Invalid|\n\n\n/);
  expect(text).toMatch(/^\S/);
  expect(text).toMatch(/\S$/);
});

test('every state of every view reads differently', () => {
  for (const [type, states] of Object.entries(everyView)) {
    const texts = new Set(states.map((view) => plainText(view, zone)));
    expect([type, texts.size]).toEqual([type, states.length]);
  }
});

test.each(Object.values(everyRefusal).flat())('refusal $reason says what to do next', (refusal) => {
  const nextStep =
    /\b(name|names|ask|write|type|choose|shorten|send|forward|save|paste|open|see|tell|look|correct|nothing is left to do)\b/i;
  expect(plainText(refusal, zone)).toMatch(nextStep);
});

test('headlines hold no markup but what the pen writes', () => {
  const pen = {
    name: () => '<name>',
    text: () => '<text>',
    when: () => '<when>',
    typed: (sentence: string) => sentence,
  };
  for (const view of views) {
    expect(headline(view, pen).replace(/<(name|text|when)>/g, '')).not.toMatch(/[<>&*_`]/);
  }
});

test('nobody is scored, ranked, blamed or told a recipe', () => {
  const said = [...views.map((view) => plainText(view, zone)), JSON.stringify(labels), ...openQuestions].join('\n');
  expect(said).not.toMatch(
    /\b(score|points?|rank|top|best practice|leaderboard|winner|streak|fault of|who broke|tip)\b/i,
  );
});

test('a story is told with its words, its people and what is known around them', () => {
  expect(plainText({ type: 'story-told', story: win }, zone)).toBe(
    [
      'Ben Okafor tells a story about Ana Duarte and Chloé Martin',
      '',
      '“Stayed on the line until the last box had found its way.”',
      '',
      'Customer: Garden Shop Example',
      'Where: the phone',
      '2 cheers',
      '19 November 2026',
    ].join('\n'),
  );
});

test('whoever tells a story that may be a repair reads what it waits for, and nobody else does', () => {
  const asked = { ...win, settled: false };
  expect(plainText({ type: 'kudos-given', story: asked }, zone)).toContain('Until you answer');
  expect(plainText({ type: 'story-told', story: asked }, zone)).not.toContain('Until you answer');
});

test('thanks that were for everybody say so where they reached only those named', () => {
  const thanks = everyView['praise-settled'].map((view) => ({ ...view, text: plainText(view, zone) }));
  for (const { channelMissing, text } of thanks)
    expect(text.includes('in private; there is no channel')).toBe(channelMissing);
});

test('a recovery says what broke', () => {
  const text = plainText({ type: 'story-told', story: recovery }, zone);
  expect(text).toContain('thanks Ana Duarte for making it right');
  expect(text).toContain('What broke: The label printer');
});

test('a digest tells the stories in full and gives each other one a line', () => {
  const text = plainText({ type: 'digest', digest }, zone);
  expect(text.split('\n')[0]).toBe('What went right: the stories of week 48');
  expect(text).toContain('“I did not expect a card!”');
  expect(text).toContain('Also told this week:\n- Ana Duarte and Chloé Martin: “Stayed on the line');
});

test('the moment of the coming digest is told on the wall clock of its time zone', () => {
  const preview = everyView['digest-preview'][0] as View;
  expect(plainText(preview, zone)).toContain('Monday 23 November, 9:00 (Europe/Berlin)');
  expect(plainText(preview, 'Asia/Tokyo')).toContain('Monday 23 November, 17:00 (Asia/Tokyo)');
});

test('praise shows the customer, what to check, and why Herald suggests a lane', () => {
  const text = plainText({ type: 'praise-waiting', praise }, zone);
  expect(text).toContain('From: Grete Holm <grete@example.com>');
  expect(text).toContain('Note by Ben Okafor: Look at this!');
  expect(text).toContain(
    'What came in does not say clearly when it was written and where the customer’s own words begin and end.',
  );
  expect(text).toContain('It reads like a win, because of “did not expect”. You decide.');
});

test('words that could not be stored are given back', () => {
  expect(plainText({ type: 'refusal', reason: 'not-stored-yet', words: 'all of it' })).toContain('“all of it”');
});

test('a name that turns the direction of writing is kept to itself', () => {
  const story = { ...win, teller: { person: 'p', name: '\u202eEvil' } };
  expect(plainText({ type: 'story-told', story })).toContain('\u2068\u202eEvil\u2069 tells a story');
});
