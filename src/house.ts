import type { MovableClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import type { Core, Ledger, MailReader } from './ports.ts';
import type { Pictures } from './pulse.ts';
import type { Organization } from './recognition/organization.ts';

/** Herald with its parts put together, before any door is open. */
export type House = {
  readonly config: Config;
  readonly log: Log;
  readonly clock: MovableClock;
  readonly ledger: Ledger;
  readonly core: Core;
  readonly mail: MailReader;
  readonly pictures: Pictures;
  /** Splits a file of many mails. */
  readonly splitMbox: (raw: Uint8Array) => Promise<Iterable<Uint8Array>>;
  /** Whose chats are configured: the sandbox's sample company may stand in the same database. Null before they first opened. */
  organizationServed(): Promise<Organization | null>;
  /** Whether a Herald is running on this database now. */
  isRunning(): boolean;
  close(): Promise<void>;
};
