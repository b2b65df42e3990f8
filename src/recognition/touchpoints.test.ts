import { describe, expect, test } from 'vitest';
import { ben, eva, identityOf } from '../../test/samples/people.ts';
import type { Touchpoint, TouchpointCommand } from '../touchpoints.ts';
import type { Person } from './organization.ts';
import { changeTouchpoints } from './touchpoints.ts';

const at = '2026-11-18T09:00:00.000Z';
const phone: Touchpoint = { id: 'phone', name: 'The phone', promise: 'We stay on the line.' };
const door: Touchpoint = { id: 'door', name: 'Tür', promise: '' };

type Bare<C> = C extends TouchpointCommand ? Omit<C, 'key' | 'by' | 'at'> : never;

const ask = (command: Bare<TouchpointCommand>, touchpoints = [phone, door], person: Person = eva) =>
  changeTouchpoints({
    command: { key: 'k', by: identityOf(person), at, ...command } as TouchpointCommand,
    person,
    touchpoints,
    id: 'new',
  });

const add = (name: string, promise = '', touchpoints = [phone, door]) =>
  ask({ type: 'add-touchpoint', name, promise }, touchpoints);

describe('touchpoints', () => {
  test('are named by an admin, in the company’s words, and come last', () => {
    const { reply, facts } = add('  At the\n counter ', ' We look\nup. ');
    const counter = { id: 'new', name: 'At the counter', promise: 'We look up.' };
    expect(reply).toMatchObject({ touchpoints: [phone, door, counter], changed: { what: 'added' } });
    expect(facts).toEqual([{ type: 'touchpoint-added', touchpoint: counter, organization: 'o', at }]);
  });

  test('are changed, raised and removed', () => {
    const other = { name: 'Door', promise: 'Open' };
    expect(ask({ type: 'change-touchpoint', touchpoint: 'door', ...other }).reply).toMatchObject({
      touchpoints: [phone, { id: 'door', ...other }],
    });
    const raised = ask({ type: 'raise-touchpoint', touchpoint: 'door' });
    expect(raised.reply).toMatchObject({ touchpoints: [door, phone] });
    expect(raised.facts).toMatchObject([{ touchpoints: ['door', 'phone'] }]);
    expect(ask({ type: 'raise-touchpoint', touchpoint: 'phone' }).reply).toMatchObject({ touchpoints: [phone, door] });
    expect(ask({ type: 'remove-touchpoint', touchpoint: 'phone' }).reply).toMatchObject({ touchpoints: [door] });
  });

  test('are nobody else’s to change', () => {
    for (const type of ['raise-touchpoint', 'remove-touchpoint'] as const) {
      const { reply, facts } = ask({ type, touchpoint: 'door' }, [phone, door], ben);
      expect(reply).toMatchObject({ reason: 'admins-only' });
      expect(facts).toEqual([]);
    }
  });

  test('that another admin removed meanwhile are not there', () => {
    const change = { type: 'change-touchpoint', touchpoint: 'gone', name: 'Gone', promise: '' } as const;
    expect(ask(change).reply).toMatchObject({ reason: 'touchpoint-unknown' });
    expect(ask({ type: 'remove-touchpoint', touchpoint: 'gone' }).reply).toMatchObject({
      reason: 'touchpoint-unknown',
    });
  });

  test('keep what people wrote in any script and direction, links too', () => {
    for (const name of ['الاستقبال', '電話', 'https://example.com/?a=1&b=<b>', '<!channel>', '🛎️']) {
      expect(add(name, name).reply, name).toMatchObject({ changed: { what: 'added', name } });
    }
  });
});

describe('a name', () => {
  test.each(['', '  \n', '\u200b\u2060'])('of nothing to read (%j) is asked for', (name) => {
    expect(add(name).reply).toMatchObject({ reason: 'touchpoint-without-name' });
  });

  test.each(['THE PHONE', ' the  phone', 'Ｔｈｅ ｐｈｏｎｅ', 'The\u200b phone', 'TU\u0308R'])(
    'that is there already (%j) is not there twice',
    (name) => expect(add(name).reply).toMatchObject({ reason: 'touchpoint-known' }),
  );

  test('may be written anew by its own touchpoint', () => {
    const again = { type: 'change-touchpoint', touchpoint: 'phone', name: 'the PHONE', promise: '' } as const;
    expect(ask(again).reply).toMatchObject({ changed: { what: 'changed', name: 'the PHONE' } });
    expect(ask({ ...again, touchpoint: 'door' }).reply).toMatchObject({
      reason: 'touchpoint-known',
      name: 'The phone',
    });
  });

  test('and a promise are as long as forms and lists hold', () => {
    expect(add('n'.repeat(75), 'p'.repeat(300)).reply).toMatchObject({ type: 'touchpoints' });
    expect(add('n'.repeat(76)).reply).toMatchObject({ reason: 'too-long', field: 'touchpoint', limit: 75 });
    expect(add('n', 'p'.repeat(301)).reply).toMatchObject({ reason: 'too-long', field: 'promise', length: 301 });
    expect(add('n'.repeat(1_000_000)).reply).toMatchObject({ reason: 'too-long', length: 1_000_000 });
  });
});

test('forty can be chosen from, and no more', () => {
  const many = Array.from({ length: 40 }, (_, number) => ({ id: `${number}`, name: `Place ${number}`, promise: '' }));
  expect(add('Another', '', many).reply).toMatchObject({ reason: 'too-many-touchpoints', limit: 40 });
  expect(add('Another', '', many.slice(1)).reply).toMatchObject({ type: 'touchpoints' });
});
