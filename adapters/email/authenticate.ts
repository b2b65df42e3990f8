import { Worker } from 'node:worker_threads';
import type { Claim } from './authenticate-worker.ts';
import { MAX_SIGNATURES } from './door-limits.ts';
import type { Field } from './header-fields.ts';
import { relayVerdict } from './relay-verdict.ts';
import { createThread, ThreadKilled } from './thread.ts';
import { unproven, type Verdict } from './verdict.ts';

/** Looks a record up, as Node's `resolve` does: rejects with ENOTFOUND or ENODATA when there is none. */
export type Resolve = (name: string, type: string) => Promise<unknown>;

export type Authenticate = (claim: Claim, fields: readonly Field[]) => Promise<Verdict>;

/** Mails looked at beside each other: each waits for DNS most of its time. */
const AT_ONCE = 32;

/** Judges by the mail's own signatures, its sender's address and DMARC, on a thread of its own. */
export function createAuthenticate(resolve: Resolve): Authenticate {
  const thread = createThread<Claim, Verdict>({
    begin: (resourceLimits) => new Worker(new URL('./authenticate-worker.ts', import.meta.url), { resourceLimits }),
    atOnce: AT_ONCE,
    toBlame: 'any',
    tell: (question) => {
      const { name, type } = question as { name: string; type: string };
      return resolve(name, type);
    },
  });
  return async (claim, fields) => {
    if (fields.filter(({ name }) => name === 'dkim-signature').length > MAX_SIGNATURES) {
      return unproven('too-many-signatures');
    }
    try {
      return await thread.run(claim);
    } catch (error) {
      // Another mail beside this one may have been the one that took too long.
      if (error instanceof ThreadKilled) return { verdict: 'later' };
      throw error;
    }
  };
}

/** Judges by what a relay in front, which has looked already, wrote at the top. */
export function createRelayTrust(authserv: string): Authenticate {
  return async ({ sender }, fields) => relayVerdict(fields, authserv, sender);
}
