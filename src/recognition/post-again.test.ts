import { expect, test } from 'vitest';
import { dana, eva, identityOf } from '../../test/samples/people.ts';
import type { Person } from './organization.ts';
import { postAgain } from './post-again.ts';

const at = '2026-11-18T09:00:00.000Z';
const unconfirmed = { id: 'd', what: 'digest' } as const;
const again = (person: Person, delivery: typeof unconfirmed | null = unconfirmed) =>
  postAgain({ command: { type: 'post-again', key: 'k', by: identityOf(person), at, delivery: 'd' }, person, delivery });

test('an admin has the message posted, and the question goes wherever it stands', () => {
  const view = { type: 'posted-again', what: 'digest' };
  expect(again(eva)).toEqual({
    reply: view,
    facts: [{ type: 'posting-again', organization: 'o', at, delivery: 'd' }],
    announce: [{ to: 'wherever-it-stands', about: { kind: 'trouble', id: 'd' }, view }],
  });
});

test('nobody else has, and only while it is asked', () => {
  expect(again(dana)).toMatchObject({ reply: { reason: 'admins-only' }, facts: [] });
  expect(again(eva, null)).toMatchObject({ reply: { reason: 'delivery-unknown' }, facts: [] });
});
