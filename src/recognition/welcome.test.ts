import { expect, test } from 'vitest';
import { ana, identityOf } from '../../test/samples/people.ts';
import { welcome } from './welcome.ts';

const command = { type: 'welcome', key: 'k', by: identityOf(ana), at: '2026-11-18T09:00:00.000Z' } as const;

test('somebody new is greeted, by direct message', () => {
  const view = { type: 'welcome', person: { person: 'ana', name: 'Ana' } };
  expect(welcome({ command, person: ana, welcomed: false })).toEqual({
    reply: view,
    facts: [{ type: 'person-welcomed', organization: 'o', at: command.at, person: 'ana' }],
    announce: [{ to: { kind: 'person', person: 'ana' }, about: { kind: 'welcome', id: 'ana' }, view }],
  });
});

test('nobody is greeted twice', () => {
  expect(welcome({ command, person: ana, welcomed: true })).toEqual({
    reply: { type: 'welcomed-before' },
    facts: [],
    announce: [],
  });
});
