import type { WebClient } from '@slack/web-api';
import type { Identity, Place } from '../../src/commands.ts';
import type { Clock, Core, MailReader } from '../../src/ports.ts';
import type { Pictures } from '../../src/pulse.ts';
import type { Awaited } from './awaited.ts';
import type { Background } from './background.ts';
import type { Channels } from './channels.ts';
import type { Directory } from './directory.ts';
import type { Flood } from './flood.ts';
import type { HouseSettings } from './house-settings.ts';
import type { KeptWords } from './kept-words.ts';
import type { createPace } from './pace.ts';

/** The workspace that a token belongs to, and who Herald is in it. */
export type Workspace = {
  /** The connection's id in Herald. */
  readonly connection: string;
  readonly team: string;
  readonly name: string;
  readonly botUser: string;
  readonly botId: string;
  /** Whether Herald may upload files. */
  readonly uploads: boolean;
};

/** What it takes to work for one workspace. */
export type Desk = {
  readonly workspace: Workspace;
  readonly core: Core;
  readonly clock: Clock;
  readonly mail: MailReader;
  readonly pictures: Pictures;
  readonly api: WebClient;
  readonly token: string;
  readonly pace: ReturnType<typeof createPace>;
  readonly channels: Channels;
  readonly directory: Directory;
  readonly background: Background;
  readonly awaited: Awaited;
  readonly settings: HouseSettings;
  readonly flood: Flood;
  readonly keptWords: KeptWords;
};

export function identity({ workspace }: Pick<Desk, 'workspace'>, user: string): Identity {
  return { connection: workspace.connection, user };
}

/** The channel as a place where a story is told, when Herald is in it. */
export async function placeOf(desk: Desk, channel: string | null): Promise<Place | null> {
  if (channel === null || !(await desk.channels.has(channel))) return null;
  return { kind: 'channel', connection: desk.workspace.connection, channel };
}
