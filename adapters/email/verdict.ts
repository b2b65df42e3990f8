import { comparable } from './header-fields.ts';
import { type Proof, passes } from './proof.ts';

/** Whether a mail is really from whom it says. `later`: nobody could tell now. */
export type Verdict =
  | { readonly verdict: 'proven' }
  | { readonly verdict: 'later' }
  | { readonly verdict: 'unproven'; readonly why: Unproven };

export type Unproven = 'no-sole-sender' | 'too-many-signatures' | 'dmarc' | 'part-unsigned' | 'relay';

/**
 * DMARC has to say `pass`: two From fields make it say nothing at all. A signature that covers a part of the body (`l=`)
 * lets anybody append to it, so one that left something out proves nothing, whatever else the mail carries.
 */
export function verdictOf({ dkim, dmarc }: Proof, sender: string, dnsFailed: boolean): Verdict {
  const [from, another] = dkim.headerFrom ?? [];
  if (from === undefined || another !== undefined || comparable(from) !== sender) return unproven('no-sole-sender');
  if (!passes(dmarc)) return dnsFailed ? { verdict: 'later' } : unproven('dmarc');
  const passed = dkim.results.filter(({ status }) => status.result === 'pass');
  return passed.some(({ status }) => (status.underSized ?? 0) > 0) ? unproven('part-unsigned') : { verdict: 'proven' };
}

export function unproven(why: Unproven): Verdict {
  return { verdict: 'unproven', why };
}
