// An organization's houses on its platforms: opened and lost, who is in them, and how they are set.

import type { Asked, Identity, News, Said } from './asked.ts';

/**
 * Make an organization's house on one platform known. A lost one is open again: say so under a new key each time. Of one that
 * is open already nothing is stored.
 */
export type OpenConnection = Said & {
  readonly type: 'open-connection';
  readonly organization: { readonly id: string; readonly name: string; readonly sample: boolean };
  readonly connection: { readonly id: string; readonly platform: Platform; readonly digestChannel: string | null };
  /** Settings for an organization not seen before; one already known keeps its own. */
  readonly schedule: DigestSchedule;
};

/** Make an organization's mailbox known, which only takes in. `forwarders` become its list as long as it has none. */
export type OpenMailbox = News & {
  readonly type: 'open-mailbox';
  readonly organization: string;
  readonly forwarders: readonly string[];
};

/** Herald was thrown out of a connection. Its messages wait until `open-connection` opens it again. */
export type ConnectionLost = News & { readonly type: 'connection-lost'; readonly why: 'uninstalled' | 'token-revoked' };

/** Herald can no longer speak in a channel. What waits for it is given up. */
export type PlaceLost = News & {
  readonly type: 'place-lost';
  readonly channel: string;
  readonly why: 'archived' | 'bot-removed';
};

/** A channel goes by another id from now on; what stood and was chosen there stays. */
export type PlaceMoved = News & { readonly type: 'place-moved'; readonly from: string; readonly to: string };

/** Herald can speak in a channel again. */
export type PlaceFound = News & { readonly type: 'place-found'; readonly channel: string };

/** Keep how an adapter reaches something, in its own words, in place of what it kept before; null forgets it. */
export type KeepAddress = News & {
  readonly type: 'keep-address';
  readonly of: string;
  readonly address: Readonly<Record<string, string>> | null;
};

/** One minute, hour and weekday (1 Monday … 7 Sunday) of each week, in an IANA time zone. */
export type DigestSchedule = {
  readonly minute: number;
  readonly hour: number;
  readonly weekday: number;
  readonly timeZone: string;
};

export type Platform = 'web' | 'slack' | 'teams' | 'email';

/** Make people known to Herald, or known anew (a changed name, a new role), as a platform's directory has them. */
export type MeetPeople = News & {
  readonly type: 'meet-people';
  readonly people: readonly {
    readonly user: string;
    readonly name: string;
    /** Verified by the platform or the operator; joins one person's identities on several connections. */
    readonly email: string | null;
    readonly kind: 'human' | 'bot';
    readonly manager: boolean;
    readonly admin: boolean;
    /** False when the platform has deactivated them: they stay in told stories and are in no new one. */
    readonly active: boolean;
    /** From outside the company, or with a guest's account. */
    readonly guest: boolean;
  }[];
};

/** Where stories are told at once: in the channel they were typed in, or in the digest only. Heroes hear either way. */
export type Announce = 'where-typed' | 'digest-only';

/** How a digest has its heroes: by name, of which nobody is notified, or mentioned, of which they are. */
export type DigestHeroes = 'named' | 'mentioned';

export type Settings = {
  /** Of the connection it is asked on. */
  readonly digestChannel: string | null;
  /** Of the same. */
  readonly digestHeroes: DigestHeroes;
  readonly schedule: DigestSchedule;
  readonly announce: Announce;
  /** A reaction's name, without colons. */
  readonly nominationEmoji: string;
  /** Mail addresses, and domains as `@example.com`. */
  readonly forwarders: readonly string[];
  /** For how many days a customer's words are kept once they are settled; a story made from them stays. */
  readonly praiseDays: number;
};

/** Change what is named of the settings. Admins only. */
export type ChangeSettings = Asked & {
  readonly type: 'change-settings';
  readonly changes: Partial<Settings> & {
    /** All of this connection's people who manage; those known elsewhere alone stay what they are. */
    readonly managers?: readonly Identity[];
  };
};

export type ConnectionCommand =
  | OpenConnection
  | OpenMailbox
  | ConnectionLost
  | PlaceLost
  | PlaceMoved
  | PlaceFound
  | KeepAddress
  | MeetPeople
  | ChangeSettings;
