import { expect, test } from 'vitest';
import { readSeparator } from './separators.ts';

test.each([
  ['---------- Forwarded message ---------', 'forward', true],
  ['Begin forwarded message:', 'forward', false],
  ['-------- Weitergeleitete Nachricht --------', 'forward', true],
  ['Début du message transféré :', 'forward', false],
  ['============ Forwarded message ============', 'forward', true],
  ['----- Forwarded by Ana Sample/Acme on 03.02.2025 10:00 -----', 'forward', true],
  ['-----Original Message-----', 'original', true],
  ['-----Message d’origine-----', 'original', true],
  ['________________________________', 'rule', true],
  ['-------------------', 'rule', true],
])('%s', (line, kind, drawn) => {
  expect(readSeparator(line)).toEqual({ kind, drawn });
});

test.each(['', '--', '-- ', '---', 'I saw the forwarded message today', 'Original thinking', '- a list', '>>>'])(
  '"%s" separates nothing',
  (line) => {
    expect(readSeparator(line)).toBeNull();
  },
);
