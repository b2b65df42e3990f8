import { DNS_MS } from './door-limits.ts';
import { serve } from './on-thread.ts';
import { type Client, proofOf } from './proof.ts';
import { createRecentAnswers, isAbsent } from './recent-answers.ts';
import { unproven, type Verdict, verdictOf } from './verdict.ts';

/** A mail, from where it came when that is known, and whom it says it is from. */
export type Claim = {
  readonly raw: Uint8Array;
  readonly sender: string;
  readonly from: Client | null;
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
  const mail = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const found = proofOf(mail, from, resolver).then(
    (proof) => verdictOf(proof, sender, dnsFailed),
    () => (dnsFailed ? ({ verdict: 'later' } as const) : unproven('dmarc')),
  );
  return Promise.race([found, late.promise]).finally(() => clearTimeout(patience));
});
