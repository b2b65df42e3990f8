import type {
  Announce,
  ConnectionLost,
  DigestHeroes,
  DigestSchedule,
  Identity,
  Instant,
  PlaceLost,
  Platform,
  Week,
} from '../commands.ts';

export type Organization = {
  readonly id: string;
  readonly name: string;
  /** Sample organizations are the sandbox's: their clock may be moved. */
  readonly sample: boolean;
  readonly schedule: DigestSchedule;
  /** Since when this schedule is in force; earlier moments of it are not made up for. */
  readonly scheduledSince: Instant;
  readonly announce: Announce;
  readonly nominationEmoji: string;
  readonly forwarders: readonly string[];
  /** For how many days settled praise is kept. */
  readonly praiseDays: number;
  readonly connections: readonly ConnectionFacts[];
};

/** Whether a chat reaches who has these identities; mail is taken in, not sent. */
export function isReached({ connections }: Organization, identities: readonly Identity[]): boolean {
  const chats = connections.filter(({ platform }) => platform !== 'email').map(({ id }) => id);
  return identities.some(({ connection }) => chats.includes(connection));
}

export type ConnectionFacts = {
  readonly id: string;
  readonly platform: Platform;
  readonly digestChannel: string | null;
  /** Why Herald cannot speak in that channel now; null when it can. */
  readonly digestChannelLost: PlaceLost['why'] | null;
  readonly digestHeroes: DigestHeroes;
  /** Why Herald was thrown out; null while it is in. */
  readonly lost: ConnectionLost['why'] | null;
};

export type Person = {
  readonly id: string;
  readonly organization: string;
  readonly name: string;
  readonly email: string | null;
  readonly kind: 'human' | 'bot';
  readonly manager: boolean;
  readonly admin: boolean;
  /** False once the platform has deactivated them. */
  readonly active: boolean;
  readonly guest: boolean;
};

/** Who asks, with what of their organization's settings a command needs. */
export type Asker = {
  readonly person: Person;
  readonly announce: Announce;
  /** Whether their organization has any idea. */
  readonly ideas: boolean;
  /** Whether it named any touchpoint. */
  readonly touchpoints: boolean;
  /** Whether there is anybody who is not named where others read. */
  readonly hides: boolean;
};

/** A digest as it was planned. */
export type PlannedDigest = {
  readonly id: string;
  readonly week: Week;
  readonly posted: 'stories' | 'news' | 'question' | 'silent';
  readonly at: Instant;
};
