// Slack's signature on what it sends: the only proof an app has of who is asking.

import { createHmac } from 'node:crypto';

export type Signing = {
  /** `wrong` is a signature by another secret, `garbled` none that could ever fit. */
  readonly signature?: 'right' | 'wrong' | 'garbled' | 'missing';
  /** Seconds by which the timestamp is off: below zero stale, above it from the future. */
  readonly timestampOff?: number;
  readonly timestamp?: 'missing' | 'not a number';
};

export function sign(body: string, secret: string, signing: Signing = {}): Record<string, string> {
  const seconds = String(Math.floor(Date.now() / 1000) + (signing.timestampOff ?? 0));
  const timestamp = signing.timestamp === 'not a number' ? 'yesterday' : seconds;
  const key = signing.signature === 'wrong' ? `not ${secret}` : secret;
  const digest = createHmac('sha256', key).update(`v0:${timestamp}:${body}`).digest('hex');
  const signature = signing.signature === 'garbled' ? 'v0=☃' : `v0=${digest}`;
  return {
    ...(signing.timestamp === 'missing' ? {} : { 'x-slack-request-timestamp': timestamp }),
    ...(signing.signature === 'missing' ? {} : { 'x-slack-signature': encodeURI(signature) }),
  };
}
