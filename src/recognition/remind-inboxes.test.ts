import { expect, test } from 'vitest';
import { ana, ben, chloe, dana, eva } from '../../test/samples/people.ts';
import type { Person } from './organization.ts';
import { type Reachable, remindInboxes, type Unreminded } from './remind-inboxes.ts';

const schedule = { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' };
const monday = '2026-11-16T09:00:00.000Z';
const wednesday = '2026-11-18T09:00:00.000Z';

const words = (praise: string, forwarder: Person, capturedAt = monday): Unreminded => {
  return { praise, forwarder: forwarder.id, capturedAt };
};
const here = (...people: readonly Person[]): readonly Reachable[] =>
  people.map((person) => ({ person, reached: true }));
const remind = (waiting: readonly Unreminded[], people: readonly Reachable[], at = wednesday) =>
  remindInboxes({
    command: { type: 'remind-inboxes', key: 'k', organization: 'o', at },
    organization: { id: 'o', schedule },
    waiting,
    people,
  });
const heard = (decision: ReturnType<typeof remind>) => decision.announce.map(({ to, view }) => ({ to, view }));
const to = (person: Person, waiting: number, brought: 'by-reader' | 'by-others' = 'by-reader', since = monday) => ({
  to: { kind: 'person', person: person.id },
  view: { type: 'inbox-reminder', waiting, since, brought },
});

test('whoever brought words that wait is reminded of all of them at once, and that is noted', () => {
  const later = '2026-11-16T10:00:00.000Z';
  const decision = remind(
    [words('1', ben), words('2', ben, later), words('3', chloe)],
    here(ben, chloe, dana),
    '2026-11-18T10:00:00.000Z',
  );
  expect(heard(decision)).toEqual([to(ben, 2), to(chloe, 1)]);
  expect(decision.facts).toMatchObject([{ type: 'inbox-reminded', praise: ['1', '2', '3'] }]);
});

test('two working days have to pass first', () => {
  const early = remind([words('1', ben)], here(ben), '2026-11-18T08:59:59.999Z');
  expect([early.announce, early.facts]).toEqual([[], []]);
});

test.each<[string, Reachable]>([
  ['whom no chat reaches', { person: ben, reached: false }],
  ['who has left', { person: { ...ben, active: false }, reached: true }],
])('those who manage are reminded instead of somebody %s', (_who, owner) => {
  expect(heard(remind([words('1', ben), words('2', chloe)], [owner, ...here(chloe, dana, eva)]))).toEqual([
    to(chloe, 1),
    to(dana, 1, 'by-others'),
  ]);
});

test('where nobody manages, admins are', () => {
  expect(heard(remind([words('1', ben)], here(ana, eva)))).toEqual([to(eva, 1, 'by-others')]);
});
