import { Worker } from 'node:worker_threads';
import type { MailReader, ReadMail } from '../../src/ports.ts';
import type { Refusal } from '../../src/views.ts';
import { MAX_MAIL_BYTES } from './limits.ts';
import { createThread, ThreadKilled } from './thread.ts';

/** The next mails lie ready there, so that the thread need not wait while this one is waiting for the disk. */
const AT_HAND = 8;

/** Reads mail on a thread of its own, one after another, so that no mail holds anybody else up. */
export function createReadingThread(): MailReader {
  const thread = createThread<Uint8Array, ReadMail | Refusal>({
    begin: (resourceLimits) => new Worker(new URL('./read-worker.ts', import.meta.url), { resourceLimits }),
    atOnce: AT_HAND,
    toBlame: 'the-first',
  });
  return {
    async read(raw) {
      if (raw.length > MAX_MAIL_BYTES) return refusal('too-big', MAX_MAIL_BYTES);
      try {
        return await thread.run(raw);
      } catch (error) {
        if (error instanceof ThreadKilled) return refusal('too-tangled', null);
        throw error;
      }
    },
  };
}

function refusal(what: 'too-big' | 'too-tangled', limit: number | null): Refusal {
  return { type: 'refusal', reason: 'nothing-readable', what, limit };
}
