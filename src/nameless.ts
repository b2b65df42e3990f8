import { createHmac, randomBytes } from 'node:crypto';
import type { View } from './views.ts';

/** Longer than any platform or person sends the same again. */
const REMEMBERED_MS = 15 * 60_000;

/** Made anew with each process and kept nowhere: what it signs leads back to nobody. */
const salt = randomBytes(32);
const remembered = new Map<string, Promise<View>>();

/**
 * Does what comes without a name once, though neither its key nor its reply may be kept: a second press within a quarter
 * of an hour gets the first reply, out of this process's memory. After that, or a restart, alike words are joined anyway.
 */
export function onceNameless(key: string, decide: () => Promise<View>): Promise<View> {
  const print = createHmac('sha256', salt).update(key).digest('base64');
  const first = remembered.get(print);
  if (first !== undefined) return first;
  const reply = decide();
  const forget = () => remembered.delete(print);
  remembered.set(print, reply);
  reply.catch(forget);
  setTimeout(forget, REMEMBERED_MS).unref();
  return reply;
}
