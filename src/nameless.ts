import { createHmac, randomBytes } from 'node:crypto';

/** Longer than any platform or person sends the same again. */
const REMEMBERED_MS = 15 * 60_000;

/** Made anew with each process and kept nowhere: what it signs leads back to nobody. */
const salt = randomBytes(32);
const remembered = new Map<string, Promise<unknown>>();

/**
 * Does what comes without a name once, though neither its key nor its reply may be kept: a second press within a quarter
 * of an hour gets the first reply, out of this process's memory. After that, or a restart, alike words are joined anyway.
 */
export function onceNameless<Reply>(key: string, decide: () => Promise<Reply>): Promise<Reply> {
  const print = createHmac('sha256', salt).update(key).digest('base64');
  const first = remembered.get(print);
  if (first !== undefined) return first as Promise<Reply>;
  const reply = decide();
  const forget = () => remembered.delete(print);
  remembered.set(print, reply);
  // What was not decided may be asked again.
  reply.then((decided) => decided === null && forget(), forget);
  setTimeout(forget, REMEMBERED_MS).unref();
  return reply;
}
