import { authenticate } from 'mailauth';
import { DNS_MS } from './door-limits.ts';
import { serve } from './on-thread.ts';
import { createRecentAnswers } from './recent-answers.ts';
import { unproven, type Verdict, verdictOf } from './verdict.ts';

/** A mail, from where it came when that is known, and whom it says it is from. */
export type Claim = {
  readonly raw: Uint8Array;
  readonly sender: string;
  readonly from: { readonly ip: string; readonly helo: string; readonly mailFrom: string } | null;
};

const recentAnswers = createRecentAnswers();

serve(async ({ raw, sender, from }: Claim, ask): Promise<Verdict> => {
  let dnsFailed = false;
  const resolver = async (name: string, type: string) => {
    try {
      return await recentAnswers.of(`${type} ${name}`, async () => (await ask({ name, type })) as string[]);
    } catch (error) {
      if (!isAbsent(error)) dnsFailed = true;
      throw error;
    }
  };
  const late = Promise.withResolvers<Verdict>();
  const patience = setTimeout(() => late.resolve({ verdict: 'later' }), DNS_MS);
  const envelope = from === null ? {} : { ip: from.ip, helo: from.helo, sender: from.mailFrom };
  const mail = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const options = { resolver, minBitLength: 1024, rejectRsaSha1: true, disableArc: true, disableBimi: true };
  const found = authenticate(mail, { ...envelope, ...options }).then(
    (result) => verdictOf(result, sender, dnsFailed),
    () => (dnsFailed ? ({ verdict: 'later' } as const) : unproven('dmarc')),
  );
  return Promise.race([found, late.promise]).finally(() => clearTimeout(patience));
});

/** The name or the record is not there, which is an answer; anything else is none. */
function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOTFOUND' || code === 'ENODATA';
}
