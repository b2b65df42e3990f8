import { expect, test } from 'vitest';
import { readTypedLine } from './typed-line.ts';

test.each([
  ['/kudos @Ana stayed late', { type: 'story', text: '@Ana stayed late' }],
  ['  /KUDOS   @Ana\nstayed late ', { type: 'story', text: '@Ana\nstayed late' }],
  ['/kudos', { type: 'kudos-form' }],
  ['/kudos help', { type: 'help' }],
  ['/kudos Inbox', { type: 'inbox' }],
  ['/kudos undo', { type: 'undo' }],
  ['/kudos settings', { type: 'settings' }],
  ['/kudos help me thank @Ana', { type: 'story', text: 'help me thank @Ana' }],
  ['/kudos search red shoes', { type: 'search', words: 'red shoes' }],
  ['/kudos search', { type: 'search', words: '' }],
  ['/kudos praise You were wonderful.\nThanks!', { type: 'praise', words: 'You were wonderful.\nThanks!' }],
  ['/kudos praise', { type: 'mail-form' }],
  ['/unblock no refund without a form', { type: 'obstacle', words: 'no refund without a form' }],
  ['/UNBLOCK list', { type: 'obstacles' }],
  ['/unblock', { type: 'obstacle-form' }],
  ['/unblock list of forms is too long', { type: 'obstacle', words: 'list of forms is too long' }],
  ['/idea more flowers', { type: 'idea', words: 'more flowers' }],
  ['/Idea List', { type: 'ideas' }],
  ['/idea list all birthdays', { type: 'idea', words: 'list all birthdays' }],
  ['/idea', { type: 'idea-form' }],
  ['/idea help', { type: 'help' }],
  ['/ideas', { type: 'unknown-command', command: '/ideas' }],
  ['/', { type: 'unknown-command', command: '/' }],
  ['/kudosx', { type: 'unknown-command', command: '/kudosx' }],
  ['Ana stayed late', { type: 'no-command' }],
  ['', { type: 'no-command' }],
])('%j is read as it is meant', (line, expected) => {
  expect(readTypedLine(line)).toEqual(expected);
});
