import type { Instant } from './moment.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [field: string]: Json };

/** Something asked for that only its platform can complete. */
export type RawCommand = {
  /** The key of the command that it becomes. */
  readonly key: string;
  readonly connection: string;
  readonly at: Instant;
  /** The platform's user id of whoever tells a story with it; null when it tells none. */
  readonly teller: string | null;
  /** What the person typed, so that it can be given back; empty when nothing. */
  readonly words: string;
  /** In the adapter's own shape; only its own adapter looks inside. */
  readonly payload: Json;
};
