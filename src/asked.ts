import type { Instant } from './moment.ts';

/** Somebody as one connection knows them: the connection's id in Herald, and the platform's own user id. */
export type Identity = { readonly connection: string; readonly user: string };

/** Where a message can stand: a channel of one connection, or with a person, on whichever connection reaches them. */
export type Place =
  | { readonly kind: 'channel'; readonly connection: string; readonly channel: string }
  | { readonly kind: 'person'; readonly person: string };

/**
 * What every command of a person carries. `key` makes handling idempotent within the organization: the same key again
 * gets the first reply back. Take it from the platform (event id, trigger id, Message-ID), prefixed by its name.
 */
export type Asked = { readonly key: string; readonly by: Identity; readonly at: Instant };

/** Said by a platform, the schedule or an operator, not by a person in a chat. */
export type Said = { readonly key: string; readonly at: Instant };

/** What a connection itself tells of. */
export type News = Said & { readonly connection: string };
