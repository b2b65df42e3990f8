import { describe, expect, test } from 'vitest';
import { ana, ben, chloe, eva, identityOf } from '../../test/samples/people.ts';
import { sampleRecovery } from '../../test/samples/recovery.ts';
import { sampleWin } from '../../test/samples/win.ts';
import type { Story } from '../views.ts';
import { addDetails } from './add-details.ts';
import type { Person } from './organization.ts';
import { named } from './story-heroes.ts';

const at = '2026-11-18T09:00:00.000Z';
const facts = { teller: named(ben), heroes: [named(ana)], customer: 'Before', touchpoint: 'before' };
const win = sampleWin('s', facts);

const add = (
  person: Person,
  story: Story | null,
  details: { readonly customer?: string | null; readonly touchpoint?: string | null } = {},
) =>
  addDetails({
    command: {
      type: 'add-details',
      key: 'k',
      by: identityOf(person),
      at,
      story: 's',
      customer: ' Garden\nShop ',
      touchpoint: 'the phone',
      ...details,
    },
    person,
    story,
    telling: null,
  });

describe('details', () => {
  test('are added by the teller, wherever the story stands', () => {
    const story = { ...win, customer: 'Garden Shop', touchpoint: 'the phone' };
    const { reply, facts: written, announce } = add(ben, win, { customer: 'Garden Shop' });
    expect(reply).toEqual({ type: 'details-added', story });
    expect(written).toEqual([{ type: 'details-added', organization: 'o', at, story, by: 'ben' }]);
    expect(announce.map(({ to, about, view }) => [to, about.kind, view])).toEqual([
      ['wherever-it-stands', 'story', { type: 'story-told', story }],
      ['wherever-it-stands', 'named', { type: 'you-were-named', story }],
    ]);
  });

  test('that are left out or blank take away what was said', () => {
    expect(add(ben, win, { customer: null, touchpoint: ' ' }).reply).toMatchObject({
      story: { customer: null, touchpoint: null },
    });
  });

  test('stand in the digest that tells the story', () => {
    const telling = { id: 'd', week: '2026-W47', slots: [{ win: 's', form: 'full' }], wins: [win] } as const;
    const command = { type: 'add-details', key: 'k', by: identityOf(ben), at, story: 's' } as const;
    const { announce } = addDetails({
      command: { ...command, customer: 'Shop', touchpoint: null },
      person: ben,
      story: win,
      telling,
    });
    expect(announce.at(-1)).toMatchObject({ view: { type: 'digest', digest: { inFull: [{ customer: 'Shop' }] } } });
  });

  test('are for the teller or an admin to add, to a recovery too', () => {
    const recovery = sampleRecovery('s', facts);
    expect(add(eva, recovery).reply).toMatchObject({ type: 'details-added', story: { lane: 'recovery' } });
    expect(add(chloe, recovery).reply).toEqual({
      type: 'refusal',
      reason: 'not-yours-to-change',
      teller: named(ben),
    });
    expect(add(ben, null).reply).toEqual({ type: 'refusal', reason: 'story-unknown' });
  });

  test('are as long as a name is', () => {
    expect(add(ben, win, { customer: 'c'.repeat(150) }).reply).toMatchObject({ type: 'details-added' });
    expect(add(ben, win, { touchpoint: 't'.repeat(151) }).reply).toEqual({
      type: 'refusal',
      reason: 'too-long',
      field: 'touchpoint',
      limit: 150,
      length: 151,
    });
  });
});
