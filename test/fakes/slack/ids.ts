import { randomBytes } from 'node:crypto';

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** An id as Slack makes them: a letter for the kind, then capitals and digits. */
export function newId(kind: string): string {
  return kind + [...randomBytes(10)].map((byte) => letters[byte % letters.length]).join('');
}

/** The short ids that Slack gives to blocks and elements that have none. */
export function newShortId(): string {
  return randomBytes(4).toString('base64url').slice(0, 5);
}

export function newSecret(): string {
  return randomBytes(12).toString('hex');
}
