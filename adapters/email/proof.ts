import { type AuthenticateResult, type DKIMVerifyResult, type DNSResolver, dkimVerify, dmarc, spf } from 'mailauth';

/** What speaks for a mail being from whom it says. */
export type Proof = Pick<AuthenticateResult, 'dkim' | 'dmarc'>;

/** The SMTP client that brought a mail. */
export type Client = { readonly ip: string; readonly helo: string; readonly mailFrom: string };

/**
 * DMARC by the mail's signatures; only where they do not settle it, by the address it came from as well (SPF), which may
 * take ten questions to DNS. DMARC is content with either, so that the answer is the same.
 */
export async function proofOf(mail: Buffer, client: Client | null, resolver: DNSResolver): Promise<Proof> {
  const dkim = await dkimVerify(mail, { resolver, minBitLength: 1024, rejectRsaSha1: true });
  const bySignature = await judged(dkim, [], resolver);
  if (client === null || passes(bySignature)) return { dkim, dmarc: bySignature };
  const { ip, helo, mailFrom } = client;
  const { status, domain } = await spf({ ip, helo, sender: mailFrom, resolver });
  return { dkim, dmarc: status.result === 'pass' ? await judged(dkim, [domain], resolver) : bySignature };
}

export function passes(judgement: Proof['dmarc']): boolean {
  return judgement !== false && judgement.status.result === 'pass';
}

function judged({ headerFrom, fromFields, results }: DKIMVerifyResult, spfDomains: string[], resolver: DNSResolver) {
  const dkimDomains = results.flatMap(({ signingDomain, status: { result, underSized = 0 } }) =>
    result === 'pass' && signingDomain !== undefined ? [{ domain: signingDomain, underSized }] : [],
  );
  return dmarc({ headerFrom, fromFields, spfDomains, dkimDomains, resolver });
}
