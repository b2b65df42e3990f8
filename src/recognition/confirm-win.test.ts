import { describe, expect, test } from 'vitest';
import { ana, ben, chloe, dana, identityOf } from '../../test/samples/people.ts';
import { sampleRecovery } from '../../test/samples/recovery.ts';
import { sampleWin } from '../../test/samples/win.ts';
import type { Story } from '../views.ts';
import { confirmWin } from './confirm-win.ts';
import { named } from './story-heroes.ts';

const at = '2026-11-20T08:00:00.000Z';
const people = { teller: named(ben), heroes: [named(ana)] };
const asked = sampleWin('s', { ...people, settled: false });
const settled = sampleWin('s', people);
const confirm = (story: Story | null, person = ben) =>
  confirmWin({ command: { type: 'confirm-win', key: 'k', by: identityOf(person), at, story: 's' }, person, story });
const only = (reply: object) => ({ reply, facts: [], announce: [] });

describe('"Nothing went wrong first"', () => {
  test.each([
    ['its teller', ben],
    ['a hero', ana],
    ['a manager', dana],
  ])('settles the win when %s says so', (_who, person) => {
    expect(confirm(asked, person)).toEqual({
      reply: { type: 'win-confirmed', story: settled },
      facts: [{ type: 'win-confirmed', organization: 'o', at, story: 's', by: person.id }],
      announce: [
        { to: 'wherever-it-stands', about: { kind: 'story', id: 's' }, view: { type: 'story-told', story: settled } },
        {
          to: 'wherever-it-stands',
          about: { kind: 'named', id: 's' },
          view: { type: 'you-were-named', story: settled },
        },
      ],
    });
  });

  test('said again changes nothing and is no fault', () => {
    expect(confirm(settled)).toEqual(only({ type: 'win-confirmed', story: settled }));
  });

  test('is not for others to say', () => {
    expect(confirm(asked, chloe)).toEqual(only({ type: 'refusal', reason: 'not-yours-to-change', teller: named(ben) }));
  });

  test('cannot be said of a recovery: that is moved', () => {
    expect(confirm(sampleRecovery('s', people))).toEqual(
      only({ type: 'refusal', reason: 'already-in-this-lane', lane: 'recovery' }),
    );
  });

  test('cannot be said of a story that is not there', () => {
    expect(confirm(null)).toEqual(only({ type: 'refusal', reason: 'story-unknown' }));
  });
});
