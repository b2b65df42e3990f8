import type { Instant } from './moment.ts';
import type { Named } from './named.ts';

/** Who may hear a story: `everyone` (channel, digest, search) or only its `heroes`. */
export type Audience = 'everyone' | 'heroes';

type StoryFacts = {
  readonly id: string;
  readonly words: string;
  readonly heroes: readonly Named[];
  readonly teller: Named;
  /** Whose words these are: a colleague's, or the customer's own. */
  readonly voice: 'colleague' | 'customer';
  readonly customer: string | null;
  readonly touchpoint: string | null;
  readonly audience: Audience;
  /** Where the message stands that it was made from, as a web address. */
  readonly permalink: string | null;
  readonly at: Instant;
  readonly cheers: number;
};

/** Delight where nothing had gone wrong. `settled` is false while "Did something go wrong first?" is unanswered. */
export type Win = StoryFacts & { readonly lane: 'win'; readonly settled: boolean };

/** A mistake made right. Says what broke, never who broke it. */
export type Recovery = StoryFacts & { readonly lane: 'recovery'; readonly whatBroke: string };

export type Story = Win | Recovery;
