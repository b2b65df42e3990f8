import type { Identity, Place } from '../../src/commands.ts';
import type { Clock, Core, MailReader } from '../../src/ports.ts';
import type { Pictures } from '../../src/pulse.ts';
import type { Background } from './background.ts';
import type { Seen } from './card.ts';
import type { Company } from './company.ts';
import type { HouseSettings } from './house-settings.ts';
import type { Pace } from './pace.ts';
import type { References } from './references.ts';
import type { Roster } from './roster.ts';
import type { TeamsService } from './service.ts';
import type { Typing } from './typing.ts';

/** What it takes to work for one tenant. */
export type Desk = {
  /** The connection's id in Herald. */
  readonly connection: string;
  /** Null in a local playground: any. */
  readonly tenant: string | null;
  /** Mail addresses of those who are admins whatever Teams says. */
  readonly admins: readonly string[];
  /** Hosts, and ends of hosts, from which attached files are fetched. */
  readonly fileHosts: readonly string[];
  readonly core: Core;
  readonly clock: Clock;
  readonly mail: MailReader;
  readonly pictures: Pictures;
  readonly teams: TeamsService;
  readonly references: References;
  readonly roster: Roster;
  /** Those who have spoken to Herald since it started. */
  readonly met: Set<string>;
  readonly company: Company;
  /** Where the digest can be posted. */
  readonly channels: () => Promise<Seen['channels']>;
  readonly pace: Pace;
  readonly background: Background;
  readonly typing: Typing;
  readonly settings: HouseSettings;
};

export function identity({ connection }: Pick<Desk, 'connection'>, user: string): Identity {
  return { connection, user };
}

/** The conversation as a place where a story is told; a chat with one person is none. */
export function placeOf({ connection }: Pick<Desk, 'connection'>, channel: string | null): Place | null {
  return channel === null ? null : { kind: 'channel', connection, channel };
}
