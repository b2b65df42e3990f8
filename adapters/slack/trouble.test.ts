import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { deliveryErrorOf, isOutside } from './trouble.ts';

const refused = (error: string, more = {}) => new WebAPIPlatformError({ ok: false, error, ...more });
const cut = (code: string) =>
  new WebAPIRequestError(new TypeError('fetch failed', { cause: Object.assign(new Error('cut'), { code }) }));
const now = Date.parse('2026-11-23T08:00:00.000Z');

describe('what the outbox is told of a post that failed', () => {
  it.each([
    ['429', new WebAPIRateLimitedError(7), { retryAt: '2026-11-23T08:00:07.000Z', fatal: false, mayBeThere: false }],
    [
      'ratelimited',
      refused('ratelimited', { response_metadata: { retryAfter: 3 } }),
      { retryAt: '2026-11-23T08:00:03.000Z' },
    ],
    ['500', new WebAPIHTTPError(500, 'oops', {}), { fatal: false, mayBeThere: true }],
    ['Slack’s own fault', refused('internal_error'), { fatal: false, mayBeThere: true }],
    ['an answer that is no JSON', refused('<html>Bad gateway</html>'), { fatal: false, mayBeThere: true }],
    ['no connection', cut('ECONNREFUSED'), { fatal: false, mayBeThere: false }],
    ['a connection cut', cut('ECONNRESET'), { fatal: false, mayBeThere: true }],
    ['a time-out', new WebAPIRequestError(new DOMException('late', 'TimeoutError')), { mayBeThere: true }],
    ['a channel without Herald', refused('not_in_channel'), { fatal: true, mayBeThere: false }],
    ['a token revoked', refused('token_revoked'), { fatal: false, mayBeThere: false }],
  ])('%s', (_name, error, told) => {
    expect(deliveryErrorOf(error, now, false)).toMatchObject(told);
    expect(isOutside(error)).toBe(true);
  });

  it('an edit may always be repeated', () => {
    expect(deliveryErrorOf(new WebAPIHTTPError(500, 'oops', {}), now, true).mayBeThere).toBe(false);
  });

  it('says in words what an admin can do', () => {
    expect(deliveryErrorOf(refused('not_in_channel'), now, false).message).toContain('/invite @Herald');
    expect(deliveryErrorOf(refused('missing_scope', { needed: 'chat:write' }), now, false).message).toContain(
      'chat:write',
    );
    expect(deliveryErrorOf(refused('something_new'), now, false).message).toBe('Slack said something_new');
  });

  it('a fault of our own is none of Slack’s', () => {
    expect(isOutside(new TypeError('x is not a function'))).toBe(false);
  });
});
