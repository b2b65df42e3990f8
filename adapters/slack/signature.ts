import { createHmac, timingSafeEqual } from 'node:crypto';
import { TIMESTAMP_SECONDS } from './limits.ts';

// docs.slack.dev/authentication/verifying-requests-from-slack

/** Whether a timestamp header is a number of seconds close enough to now. Bolt's own check lets the future in. */
export function isFresh(timestamp: string | undefined, nowMs: number): timestamp is string {
  if (timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(nowMs / 1000 - Number(timestamp)) <= TIMESTAMP_SECONDS;
}

/** Whether the body was signed with the secret. */
export function isSigned(secret: string, timestamp: string, body: Buffer, signature: string | undefined): boolean {
  if (signature === undefined) return false;
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  const expected = Buffer.from(`v0=${hash}`);
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
