import type { Identity, Instant, Place } from './commands.ts';
import type { ObstacleQuestion } from './obstacles.ts';
import type { PrivacyQuestion } from './privacy.ts';
import type { PulseQuestion } from './pulse.ts';
import type { TouchpointQuestion } from './touchpoints.ts';

export type { Whom } from './privacy.ts';

/** What can be looked up. Asking changes nothing. `by` decides what may be seen. */
export type Question =
  | ObstacleQuestion
  | PrivacyQuestion
  | { readonly type: 'inbox'; readonly by: Identity }
  | { readonly type: 'mine'; readonly by: Identity }
  /** Those alive, those backed, and those looking for a hand. */
  | { readonly type: 'ideas'; readonly by: Identity }
  | { readonly type: 'idea'; readonly by: Identity; readonly idea: string }
  | { readonly type: 'search'; readonly by: Identity; readonly words: string }
  | { readonly type: 'story'; readonly by: Identity; readonly story: string }
  /** One customer's words, for whoever may say what they are; once they are settled, by whom and as what. */
  | { readonly type: 'praise'; readonly by: Identity; readonly praise: string }
  /** The digest that would be posted now; the plan an admin looks at before Monday. */
  | { readonly type: 'digest-preview'; readonly by: Identity; readonly at: Instant }
  /** Everybody in the organization of this connection, for completing names. */
  | { readonly type: 'people'; readonly connection: string }
  /** Those of these users whom Herald knows; a quick look before deciding what to ask the platform. */
  | { readonly type: 'known'; readonly connection: string; readonly users: readonly string[] }
  /** Whether mail from this address is taken in: `known`, with the person if there is one, or a refusal. */
  | { readonly type: 'may-forward'; readonly connection: string; readonly email: string }
  /** How everything on this connection is reached that its adapter had kept. */
  | { readonly type: 'addresses'; readonly connection: string }
  /** A person's first page: what is about them and by them, what waits for them, and the week so far. */
  | { readonly type: 'home'; readonly by: Identity; readonly at: Instant }
  | { readonly type: 'settings'; readonly by: Identity }
  | TouchpointQuestion
  /** What stands at a place, oldest first; the newest `limit` posts. */
  | { readonly type: 'feed'; readonly place: Place; readonly limit: number }
  | { readonly type: 'help'; readonly by: Identity }
  | PulseQuestion;
