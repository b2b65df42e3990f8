import type { DigestSchedule, Instant, Platform, Week } from '../commands.ts';

export type Organization = {
  readonly id: string;
  readonly name: string;
  /** Sample organizations are the sandbox's: their clock may be moved. */
  readonly sample: boolean;
  readonly schedule: DigestSchedule;
  /** Since when this schedule is in force; earlier moments of it are not made up for. */
  readonly scheduledSince: Instant;
  readonly connections: readonly ConnectionFacts[];
};

export type ConnectionFacts = {
  readonly id: string;
  readonly platform: Platform;
  readonly digestChannel: string | null;
};

export type Person = {
  readonly id: string;
  readonly organization: string;
  readonly name: string;
  readonly email: string | null;
  readonly kind: 'human' | 'bot';
  readonly manager: boolean;
  readonly admin: boolean;
};

/** A digest as it was planned. */
export type PlannedDigest = {
  readonly id: string;
  readonly week: Week;
  readonly posted: 'stories' | 'question' | 'silent';
  readonly at: Instant;
};
