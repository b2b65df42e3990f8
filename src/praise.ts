// Praise: a customer's words that reached us. What is known of them, and what can be asked about them.

import type { Asked, Identity, News, Said } from './asked.ts';
import type { ForwardedMail, Unreadable } from './mail.ts';
import type { Instant } from './moment.ts';
import type { Named } from './named.ts';
import type { Audience } from './story.ts';

/** What Herald thinks a customer's words are, and the words that led to it. A person decides. */
export type Suggestion = {
  readonly lane: 'win' | 'recovery' | 'thanks' | 'not-praise';
  readonly because: readonly string[];
  /** Whether it was right often enough, when measured, to be chosen already where a person decides. */
  readonly sure: boolean;
};

export type PraiseStatus =
  | { readonly status: 'waiting' }
  | {
      /** Expired: so long ago that the words, the note and whose they were are gone. */
      readonly status: 'settled' | 'expired';
      readonly as: 'win' | 'recovery' | 'thanks' | 'not-praise';
      readonly by: Named;
      readonly at: Instant;
      readonly story: string | null;
    };

/**
 * A colleague whom the words name; a person confirms or corrects it. `said` is null when their name stands there as the
 * directory has it; otherwise it is the word that may mean them, or somebody else: then only a person chooses them.
 */
export type GuessedHero = Named & { readonly said: string | null };

export type Praise = {
  readonly id: string;
  readonly words: string;
  readonly note: string;
  readonly customer: { readonly name: string | null; readonly email: string | null };
  readonly subject: string | null;
  readonly wroteAt: Instant | null;
  readonly unsure: readonly ('words' | 'name' | 'email' | 'date')[];
  readonly forwarder: Named;
  readonly suggestion: Suggestion | null;
  readonly guessedHeroes: readonly GuessedHero[];
  readonly capturedAt: Instant;
  readonly state: PraiseStatus;
};

/** Put a customer's words into the inbox of the person who brought them. */
export type CapturePraise = Asked & { readonly type: 'capture-praise'; readonly mail: ForwardedMail };

/**
 * A sender whose address is proven brings a customer's words. Who is on the organization's list of forwarders may, and
 * is made known; anybody else is refused, and nothing is kept. Take the key from the mail itself.
 */
export type ForwardPraise = News & {
  readonly type: 'forward-praise';
  readonly from: { readonly name: string | null; readonly email: string };
  readonly mail: ForwardedMail;
};

/**
 * Tell a sender whose address is proven in chat that their mail cannot be read, where nobody else tells them. Take the
 * key from the mail itself.
 */
export type ReturnMail = News & Unreadable & { readonly type: 'return-mail'; readonly email: string };

/** How much of a customer's name people get to see: all of it, the first name, or that it was a customer. */
export type CustomerShown = 'full-name' | 'first-name' | 'no-name';

type Heard = { readonly heroes: readonly Identity[]; readonly audience: Audience; readonly customer: CustomerShown };

/** What a person decided that a customer's praise is. */
export type Settlement =
  | (Heard & { readonly as: 'win' })
  | (Heard & { readonly as: 'recovery'; readonly whatBroke: string })
  /** No story. Heroes hear of it at once in private; for `everyone`, the digest's channels too. */
  | (Heard & { readonly as: 'thanks' })
  | { readonly as: 'not-praise' };

export type SettlePraise = Asked & {
  readonly type: 'settle-praise';
  readonly praise: string;
  readonly settlement: Settlement;
};

/** Put praise that was settled as thanks or as no praise back; a story is taken back instead. */
export type ReopenPraise = Asked & { readonly type: 'reopen-praise'; readonly praise: string };

/** Fill in the customer's words or name where the mail did not say them clearly; null leaves them as they are. */
export type CompletePraise = Asked & FilledIn & { readonly type: 'complete-praise'; readonly praise: string };

type FilledIn = { readonly words: string | null; readonly name: string | null };

/** Remind those whom customers' words wait for, once, after two working days. */
export type RemindInboxes = Said & { readonly type: 'remind-inboxes'; readonly organization: string };

/** Let go of customers' words settled too long ago. */
export type ExpirePraise = Said & { readonly type: 'expire-praise'; readonly organization: string };

/** Keep settled customers' words for so many days; said by whoever runs Herald. */
export type KeepPraiseFor = Said & {
  readonly type: 'keep-praise-for';
  readonly organization: string;
  readonly days: number;
};

export type PraiseCommand =
  | CapturePraise
  | ForwardPraise
  | ReturnMail
  | SettlePraise
  | ReopenPraise
  | CompletePraise
  | RemindInboxes
  | ExpirePraise
  | KeepPraiseFor;
