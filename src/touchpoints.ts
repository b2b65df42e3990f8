// Where customers meet the company, as the company itself names it: what can be asked and shown of it.

import type { Asked, Identity } from './asked.ts';
import type { Instant } from './moment.ts';
import type { Obstacle } from './obstacles.ts';

export type Touchpoint = {
  readonly id: string;
  readonly name: string;
  /** What the company promises there, in its own words; may be empty. */
  readonly promise: string;
};

type InItsWords = Pick<Touchpoint, 'name' | 'promise'>;

/** Each for admins only. */
export type TouchpointCommand =
  /** It comes last. Under the name of one that was removed it is that one again, with its stories. */
  | (Asked & InItsWords & { readonly type: 'add-touchpoint' })
  /** Its stories follow its name. */
  | (Asked & InItsWords & { readonly type: 'change-touchpoint'; readonly touchpoint: string })
  /** One place up in the company's order. */
  | (Asked & { readonly type: 'raise-touchpoint'; readonly touchpoint: string })
  /** Its stories keep the name it had. */
  | (Asked & { readonly type: 'remove-touchpoint'; readonly touchpoint: string });

export type TouchpointQuestion =
  /** All of them; `words` are those of a story, in which one may be meant. */
  | { readonly type: 'touchpoints'; readonly by: Identity; readonly words: string | null }
  | { readonly type: 'touchpoint-map'; readonly by: Identity; readonly at: Instant };

/** What was told of a touchpoint lately, as everyone may see it: no count, and nothing of private stories. */
export type Told = 'wins' | 'only-recoveries' | 'nothing-lately' | 'nothing-yet';

/** A touchpoint on the map. */
export type Mapped = Touchpoint & {
  readonly told: Told;
  /** The newest of what stands in the way there; `moreObstacles` when there is more. */
  readonly obstacles: readonly Pick<Obstacle, 'id' | 'words'>[];
  readonly moreObstacles: boolean;
};

export type TouchpointView =
  /** In the company's order. */
  | {
      readonly type: 'touchpoints';
      readonly touchpoints: readonly Touchpoint[];
      /** What an admin has just done; null when they are only shown. */
      readonly changed: { readonly what: 'added' | 'changed' | 'raised' | 'removed'; readonly name: string } | null;
      /** The name of the one that the story's words may mean. A person decides. */
      readonly suggested: string | null;
      readonly mayChange: boolean;
    }
  /** In the company's order. */
  | {
      readonly type: 'touchpoint-map';
      readonly touchpoints: readonly Mapped[];
      readonly mayChange: boolean;
    };

export type TouchpointRefusal =
  | { readonly reason: 'touchpoint-without-name' }
  /** By the same name, whatever its case and spaces. */
  | { readonly reason: 'touchpoint-known'; readonly name: string }
  | { readonly reason: 'too-many-touchpoints'; readonly limit: number }
  /** Removed meanwhile. */
  | { readonly reason: 'touchpoint-unknown' };

type Stamp = { readonly organization: string; readonly at: Instant };

/** What becomes true. */
export type TouchpointFact =
  | (Stamp & { readonly type: 'touchpoint-added' | 'touchpoint-changed'; readonly touchpoint: Touchpoint })
  | (Stamp & { readonly type: 'touchpoint-removed'; readonly touchpoint: string })
  /** All of them, in this order. */
  | (Stamp & { readonly type: 'touchpoints-ordered'; readonly touchpoints: readonly string[] });

/** When everyone could last hear of a touchpoint, in each lane. */
export type LastTold = {
  readonly touchpoint: Touchpoint;
  readonly win: Instant | null;
  readonly recovery: Instant | null;
};

/** What the ledger tells of touchpoints. Each answer is limited to one organization. */
export interface TouchpointReading {
  /** In the company's order. */
  touchpoints(organization: string): Promise<readonly Touchpoint[]>;
  /** The one of this name, in any case and spacing. */
  touchpointNamed(organization: string, name: string): Promise<Touchpoint | null>;
  /** The id of the one of this name that was removed last. */
  removedTouchpoint(organization: string, name: string): Promise<string | null>;
  /** In the company's order. */
  lastTold(organization: string): Promise<readonly LastTold[]>;
}
