import { describe, expect, test } from 'vitest';
import { DeliveryError } from '../../src/ports.ts';
import {
  deliveryErrorOf,
  isGone,
  isOutside,
  isPassing,
  isTooBig,
  jittered,
  TeamsRefused,
  TeamsUnheard,
} from './trouble.ts';

const NOW = Date.parse('2026-11-23T08:00:00.000Z');
const refused = (status: number, code = '', waitMs: number | null = null) => new TeamsRefused({ status, code, waitMs });
const told = (error: unknown, safe = false) => deliveryErrorOf(error, NOW, safe);

describe('what the outbox is told of a call that failed', () => {
  test.each([408, 412, 429, 500, 502, 503, 504])('%i is tried again, a while after what Teams asks for', (status) => {
    const error = told(refused(status, '', 7000));
    expect(error).toMatchObject({ fatal: false, mayBeThere: false });
    const after = Date.parse(error.retryAt ?? '') - NOW;
    expect(after).toBeGreaterThanOrEqual(8000);
    expect(after).toBeLessThanOrEqual(9000);
  });

  test.each([
    ['a conversation without Herald', refused(403, 'BotNotInConversationRoster'), 'Add it there again'],
    ['a person who blocked Herald', refused(403, 'MessageWritesBlocked'), 'has blocked Herald'],
    ['a "no" without a name', refused(403), 'Add Herald there'],
    ['a conversation that is gone', refused(404, 'ConversationNotFound'), 'no such conversation'],
    ['a message too big even when short', refused(413, 'MessageSizeTooBig'), 'too big'],
    ['a name that Microsoft thought of later', refused(400, 'BrandNew'), 'Teams said 400 BrandNew'],
  ])('%s is given up, with words an admin can act on', (_, error, words) => {
    expect(told(error)).toMatchObject({ fatal: true, mayBeThere: false });
    expect(told(error).message).toContain(words);
  });

  test('a refused secret is the connection’s trouble, and names the settings', () => {
    expect(told(refused(401))).toMatchObject({ fatal: false, mayBeThere: false });
    expect(told(refused(401)).message).toContain('TEAMS_APP_PASSWORD');
  });

  test('a post that nobody heard of may be there, unless it never left or may be repeated', () => {
    expect(told(new TeamsUnheard(true)).mayBeThere).toBe(true);
    expect(told(new TeamsUnheard(false)).mayBeThere).toBe(false);
    expect(told(new TeamsUnheard(true), true).mayBeThere).toBe(false);
    expect(told(new SyntaxError('Unexpected token')).mayBeThere).toBe(true);
  });

  test('what is told already stays as it is', () => {
    const error = new DeliveryError('Teams takes no more there just now.', { retryAt: '2026-11-23T08:00:01.000Z' });
    expect(told(error)).toBe(error);
  });
});

test('whose fault it is', () => {
  for (const error of [refused(500), new TeamsUnheard(true), new DeliveryError('x')])
    expect(isOutside(error)).toBe(true);
  expect(isOutside(new TypeError('x is not a function'))).toBe(false);
  expect(isPassing(new TeamsUnheard(false))).toBe(true);
  expect(isPassing(new TeamsUnheard(true))).toBe(false);
  expect([isTooBig(refused(413)), isTooBig(refused(400))]).toEqual([true, false]);
  expect([isGone(refused(404)), isGone(refused(403))]).toEqual([true, false]);
});

test('those who were refused together come back apart, and none at once', () => {
  expect(jittered(1000, () => 0)).toBe(500);
  expect(jittered(1000, () => 1)).toBe(1000);
});
