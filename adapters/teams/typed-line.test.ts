import { describe, expect, test } from 'vitest';
import type { Token } from './said.ts';
import { readTypedLine } from './typed-line.ts';

const BOT = '28:herald';
const herald: Token = { kind: 'user', user: BOT, name: 'Herald' };
const ana: Token = { kind: 'user', user: '29:ana', name: 'Ana' };
const text = (typed: string): Token => ({ kind: 'text', text: typed });
const read = (...said: readonly (string | Token)[]) =>
  readTypedLine(
    said.map((part) => (typeof part === 'string' ? text(part) : part)),
    BOT,
  );

describe('a line typed to Herald', () => {
  test.each(['inbox', 'mine', 'digest', 'help', 'undo', 'settings'])('%s, alone or behind kudos', (word) => {
    for (const line of [word, ` ${word.toUpperCase()} `, `/${word}`, `${word}:`, `kudos ${word}`, `/kudos  ${word}`])
      expect(read(line)).toEqual({ type: word });
    expect(read(herald, ` ${word}`)).toEqual({ type: word });
  });

  test('a command with something behind it is none', () => {
    expect(read('help me thank ', ana)).toEqual({ type: 'unknown' });
    expect(read('undo the last one')).toEqual({ type: 'unknown' });
  });

  test('kudos with somebody is a story, and alone the form', () => {
    expect(read('kudos ', ana, ' stayed late')).toEqual({ type: 'story', tokens: [ana, text(' stayed late')] });
    expect(read(herald, ' KUDOS: ', ana, ' stayed late')).toMatchObject({ type: 'story', tokens: [ana, {}] });
    for (const line of ['kudos', ' /kudos ', 'Kudos:']) expect(read(line)).toEqual({ type: 'form' });
  });

  test('kudos is not needed when somebody is named first', () => {
    expect(read(ana, ' stayed late')).toEqual({ type: 'story', tokens: [ana, text(' stayed late')] });
    expect(read(herald, ' ', ana, ' stayed late')).toMatchObject({ type: 'story' });
  });

  test('words that begin like a command are none', () => {
    expect(read('kudosen ', ana)).toEqual({ type: 'unknown' });
    expect(read('helpful people')).toEqual({ type: 'unknown' });
  });

  test('search and praise take what is behind them, over several lines', () => {
    expect(read('search snow & ice')).toEqual({ type: 'search', words: 'snow & ice' });
    expect(read('search')).toEqual({ type: 'search', words: '' });
    expect(read('Praise: Dear all,\n\nthank you!')).toEqual({ type: 'praise', words: 'Dear all,\n\nthank you!' });
  });

  test.each(['Hi', 'hello!', 'Hey 👋', 'Hi ❤️', 'good morning', 'Hallo', 'Olá!!', ''])('%j is a greeting', (line) => {
    expect(read(line)).toEqual({ type: 'greeting' });
    expect(read(herald, ` ${line}`)).toEqual({ type: 'greeting' });
  });

  test('a greeting with a question behind it is answered with a way forward', () => {
    expect(read('hi can you book a room')).toEqual({ type: 'unknown' });
  });

  test('Herald named within a line is named, not spoken to', () => {
    expect(read(ana, ' showed ', herald, ' to us')).toMatchObject({ type: 'story', tokens: [ana, {}, herald, {}] });
  });
});
