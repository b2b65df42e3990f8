// What stands between people and delight: what can be asked of it, what is shown of it, what can be read of it.

import type { Asked, Identity, Said } from './asked.ts';
import type { Instant } from './moment.ts';
import type { Named } from './named.ts';

export const OBSTACLE_KINDS = ['policy', 'process', 'people', 'practice', 'tool'] as const;

/** Where what stands in the way comes from: a rule, a sequence of steps, too few hands or skills, a habit, a thing. */
export type ObstacleKind = (typeof OBSTACLE_KINDS)[number];

/**
 * Say what stands in the way. Without a name (`named` is false) nothing is kept of who said so: no person, no reply, no
 * key, and the day instead of the time.
 */
export type ReportObstacle = Asked & {
  readonly type: 'report-obstacle';
  readonly words: string;
  readonly kind: ObstacleKind | null;
  readonly touchpoint: string | null;
  readonly named: boolean;
  /** Those whom the platform knows to be mentioned in the words. */
  readonly mentions: readonly Identity[];
};

/** Say yes to an obstacle: whoever does owns it. */
export type TakeObstacle = Asked & { readonly type: 'take-obstacle'; readonly obstacle: string };

/** Give up owning it; it waits for somebody again. */
export type ReleaseObstacle = Asked & { readonly type: 'release-obstacle'; readonly obstacle: string };

/** Say that it has fallen, and what changed. */
export type ClearObstacle = Asked & {
  readonly type: 'clear-obstacle';
  readonly obstacle: string;
  readonly whatChanged: string;
};

/** Say that a cleared one stands in the way again. */
export type ReopenObstacle = Asked & { readonly type: 'reopen-obstacle'; readonly obstacle: string };

/** Put before those who manage what came in without a name until yesterday, and what waits for an owner too long. */
export type RaiseObstacles = Said & { readonly type: 'raise-obstacles'; readonly organization: string };

export type ObstacleCommand =
  | ReportObstacle
  | TakeObstacle
  | ReleaseObstacle
  | ClearObstacle
  | ReopenObstacle
  | RaiseObstacles;

export type ObstacleQuestion =
  /** What stands in the way, and what was cleared lately, by time. */
  | { readonly type: 'obstacles'; readonly by: Identity }
  | { readonly type: 'obstacle'; readonly by: Identity; readonly obstacle: string };

export type ObstacleState =
  | { readonly state: 'reported' }
  | { readonly state: 'owned'; readonly owner: Named; readonly at: Instant }
  | { readonly state: 'cleared'; readonly by: Named; readonly at: Instant; readonly whatChanged: string };

export type Obstacle = {
  readonly id: string;
  readonly words: string;
  readonly kind: ObstacleKind | null;
  readonly touchpoint: string | null;
  /** Null when it came without a name, and when it came from what broke in a story. */
  readonly reporter: Named | null;
  readonly origin: 'named' | 'nameless' | 'story';
  /**
   * How many times it came up: once for each who says so by name, for each story, each report without a name, and each
   * time that it came back.
   */
  readonly times: number;
  /** The day alone (`2026-11-23`) for one that came without a name. */
  readonly at: string;
  readonly now: ObstacleState;
};

/** What somebody may ask for about an obstacle as it stands. */
export type ObstacleOffer = 'take' | 'clear' | 'release' | 'reopen';

/** Why an obstacle is shown. */
export type ObstacleNews =
  /** To whoever reported it: kept, and put before those who manage. */
  | 'reported'
  /** To whoever reported what is known already. */
  | 'joined'
  /** To whoever waits for it by name already, or is on it: it is counted once for each of them. */
  | 'said-before'
  /** To those who manage. */
  | 'new'
  /** To whoever said yes. */
  | 'yours'
  /** To those who wait on it; also where it stood as new. */
  | 'owned'
  | 'released'
  | 'cleared'
  /** To those who manage, and to whoever owned or cleared it. */
  | 'came-back'
  /** To whoever looks. */
  | 'looked-at';

/** What a person waits on, with their name to it, and what they own themselves; cleared ones are not among them. */
export type MyObstacles = { readonly waitedOn: readonly Obstacle[]; readonly owned: readonly Obstacle[] };

export type ObstacleView =
  | {
      readonly type: 'obstacle';
      readonly news: ObstacleNews;
      readonly obstacle: Obstacle;
      readonly offers: readonly ObstacleOffer[];
    }
  /** Open ones and those cleared lately, each newest first; `more` when there are more open ones than these. */
  | {
      readonly type: 'obstacles';
      readonly open: readonly Obstacle[];
      readonly cleared: readonly Obstacle[];
      readonly more: boolean;
    }
  /** To those who manage, one message a morning: what came without a name, and what waits too long, each told once. */
  | { readonly type: 'obstacles-waiting'; readonly fresh: readonly Obstacle[]; readonly long: readonly Obstacle[] }
  /** The reply to `raise-obstacles`. */
  | { readonly type: 'obstacles-raised'; readonly many: number }
  /** Stands where an obstacle stood that came from a story alone, and went with it. */
  | { readonly type: 'obstacle-withdrawn' };

/** What can be read of obstacles. */
export interface ObstacleReading {
  obstacle(organization: string, id: string): Promise<Obstacle | null>;
  /** Newest first. */
  openObstacles(organization: string, limit: number): Promise<readonly Obstacle[]>;
  /** Those at one of the company's touchpoints, newest first. */
  openObstaclesAt(touchpoint: string, limit: number): Promise<readonly Obstacle[]>;
  /** The last cleared first. */
  clearedObstacles(organization: string, limit: number): Promise<readonly Obstacle[]>;
  /** Cleared, and told by no digest since; the first cleared first. */
  untoldCleared(organization: string, limit: number): Promise<readonly Obstacle[]>;
  obstaclesOf(person: string, limit: number): Promise<MyObstacles>;
  /** The obstacle that a story's what-broke is part of. */
  obstacleOfStory(organization: string, story: string): Promise<Obstacle | null>;
  /** Those that this person reported first, with their name; cleared ones too. */
  obstaclesReportedBy(person: string): Promise<readonly Obstacle[]>;
  /** Those who reported it with their name, and those whose stories it stood in the way of; each once. */
  waitingOnObstacle(obstacle: string): Promise<readonly string[]>;
  /** Came without a name before this day and was put before nobody yet, oldest first. */
  freshObstacles(organization: string, before: string, limit: number): Promise<readonly Obstacle[]>;
  /** Waits for an owner since before this moment and was not put before those who manage for it, longest first. */
  unownedObstacles(organization: string, before: Instant, limit: number): Promise<readonly Obstacle[]>;
}
