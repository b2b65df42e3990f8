import { TeamsUnheard } from './trouble.ts';

/** What this resolves to; rejects when it takes longer than somebody else waits for us. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new TeamsUnheard(true)), ms).unref();
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
    work.catch(() => null);
  }
}
