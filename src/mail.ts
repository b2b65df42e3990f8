import type { Instant } from './moment.ts';

/** What a forwarded mail, taken apart, says. */
export type ForwardedMail = {
  /** The customer's own words. When the original could not be found, the whole text, and `unsure` has `words`. */
  readonly words: string;
  /** What the forwarder wrote above the forward; empty when nothing. */
  readonly note: string;
  readonly customer: { readonly name: string | null; readonly email: string | null };
  readonly subject: string | null;
  /** When the customer wrote, as far as the mail tells. */
  readonly wroteAt: Instant | null;
  /** The outer Message-ID and, when attached, the inner one: either seen before means that we have this mail. */
  readonly messageIds: readonly string[];
  /** What a person should check or fill in, since the mail did not say it clearly. */
  readonly unsure: readonly ('words' | 'name' | 'email' | 'date')[];
};

/** Why a mail cannot be read; with what fits, where it is too big. */
export type Unreadable = {
  readonly what: 'empty' | 'not-a-mail' | 'too-big' | 'too-tangled' | 'winmail' | 'encrypted';
  readonly limit: number | null;
};
