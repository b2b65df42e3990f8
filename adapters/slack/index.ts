import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import type { Express } from 'express';
import type { DigestSchedule } from '../../src/commands.ts';
import type { Adapter, Clock, Core, MailReader, Resolver } from '../../src/ports.ts';
import type { Pictures } from '../../src/pulse.ts';
import { createAwaited } from './awaited.ts';
import { createBackground } from './background.ts';
import { configuredChannel, createChannels } from './channels.ts';
import type { Desk } from './desk.ts';
import { createDirectory } from './directory.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { createFlood } from './flood.ts';
import { createHouseSettings } from './house-settings.ts';
import { createKeptWords } from './kept-words.ts';
import { meetAdmins } from './meet-admins.ts';
import { createPace } from './pace.ts';
import { type Pauses, SLACKS_PAUSES } from './pauses.ts';
import { mountRoutes } from './routes.ts';
import { createWebApi } from './web-api.ts';
import type { Work } from './work.ts';
import { readWorkspace } from './workspace.ts';

type Settings = {
  readonly botToken: string;
  readonly apiUrl: string | null;
  readonly way:
    | { readonly kind: 'http'; readonly signingSecret: string }
    | { readonly kind: 'socket'; readonly appToken: string };
};

type Options = {
  /** Listening is its owner's business; requests are refused until `start`. */
  readonly app: Express;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly mail: MailReader;
  readonly pictures: Pictures;
  /** When the digest is due and where it is posted, until somebody changes it. */
  readonly schedule: DigestSchedule;
  readonly digestChannel: string | null;
  /** Whether this connection was open here before, so that it has settings of its own. */
  readonly knows: (connection: string) => Promise<boolean>;
  /** Slack's own, unless a test's Slack knows others. */
  readonly pauses?: Pauses | undefined;
  /** Hears of errors that are nobody's fault but ours or Slack's. */
  readonly onFault: (error: unknown) => void;
};

/** Slack, for the workspace that the token belongs to. */
export async function createSlackAdapter(options: Options): Promise<{
  readonly adapter: Adapter;
  readonly resolver: Resolver;
  readonly directory: { meetByEmail(email: string): Promise<void> };
}> {
  const { settings, pauses = SLACKS_PAUSES, onFault } = options;
  const background = createBackground(onFault);
  let bolt: App | null = null;
  let desk: Desk | null = null;
  let working: Promise<Work> | null = null;
  let loading: NodeJS.Timeout | undefined;
  let keeping: NodeJS.Timeout | undefined;
  const stopping = new AbortController();
  const { dispatch, settled } = createDispatch(() => bolt);
  const socket = await receiverFor(options, pauses, dispatch);
  const work = async (): Promise<Work> => {
    if (desk === null) throw new Error('The door to Slack is closed.');
    const at = desk;
    working ??= import('./work.ts').then(({ createWork }) => createWork(at));
    return working;
  };

  const adapter: Adapter = {
    platform: 'slack',
    async start(core) {
      const opening = openDesk(options, core, background);
      // Bolt is most of what this door loads: it comes once Slack is asked whose token this is, while that is on its way.
      const bringing = nextTurn().then(() => import('./bolt.ts'));
      const [opened, { createBolt }] = await Promise.all([opening, bringing]);
      desk = opened;
      const { api, ...house } = desk;
      bolt = createBolt(settings, house.workspace);
      mountRoutes(bolt, work);
      loading = setTimeout(() => {
        background.begin(work);
        background.begin(() => house.channels.load());
      }, LOADED_AFTER_MS).unref();
      keeping = setInterval(() => background.begin(async () => (await work()).keepTeams()), KEPT_EVERY_MS).unref();
      background.begin(() => meetAdmins({ api, ...house }, stopping.signal, onFault));
      await socket?.start();
    },
    async deliver(delivery) {
      return (await work()).deliver(delivery);
    },
    async stop() {
      clearTimeout(loading);
      clearInterval(keeping);
      stopping.abort();
      // What is under way is acknowledged before the sockets close; over HTTP the server closes after this.
      await atMost(LAST_ACKNOWLEDGEMENTS_MS, settled());
      await socket?.stop();
      await atMost(LAST_ANSWERS_MS, Promise.all([settled(), background.settled()]));
    },
  };
  const resolver: Resolver = {
    platform: 'slack',
    complete: async (raw) => (await work()).resolver.complete(raw),
    answer: async (raw, reply) => (await work()).resolver.answer(raw, reply),
  };
  const directory = { meetByEmail: async (email: string) => (await work()).meetByEmail(email) };
  return { adapter, resolver, directory };
}

/**
 * What serves people, two thirds of this door's modules, is loaded when the first comes or right after the door is open, and
 * so is the list of channels.
 */
const LOADED_AFTER_MS = 20;

/** Who is in a chosen user group is asked so often: it counts as it is when four weeks begin. */
const KEPT_EVERY_MS = 15 * 60_000;

/** How long a stop waits: for what Slack waits for, then for answers that go on behind. */
const LAST_ACKNOWLEDGEMENTS_MS = 2500;
const LAST_ANSWERS_MS = 3500;

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  await Promise.race([work, sleep(ms, null, { ref: false })]);
}

/** What takes in what Slack sends, of the one way that is configured: the other is not loaded. */
async function receiverFor({ app, settings, clock, onFault }: Options, pauses: Pauses, dispatch: Dispatch) {
  if (settings.way.kind === 'http') {
    const { receiveHttp } = await import('./receive-http.ts');
    app.post('/slack/events', receiveHttp({ secret: settings.way.signingSecret, clock, dispatch, onFault }));
    return null;
  }
  const { createSocketReceiver } = await import('./receive-socket.ts');
  const { apiUrl, way } = settings;
  return createSocketReceiver({ appToken: way.appToken, apiUrl, staggerMs: pauses.socketMs, dispatch, onFault });
}

async function openDesk(options: Options, core: Core, background: Desk['background']): Promise<Desk> {
  const { settings, clock, mail, pictures, schedule, pauses = SLACKS_PAUSES } = options;
  const now = () => Date.parse(clock.now());
  const api = createWebApi(settings.botToken, settings.apiUrl, pauses.callMs);
  const workspace = await readWorkspace(api);
  const { connection: id, team, name } = workspace;
  // Asked for only while it counts: what Slack would not say any more is no reason not to start again.
  const digestChannel = (await options.knows(id)) ? null : await configuredChannel(api, options.digestChannel);
  await core.handle({
    type: 'open-connection',
    // One that was lost is open again; each start says so anew.
    key: `slack:open:${randomUUID()}`,
    at: clock.now(),
    organization: { id: ORGANIZATION, name, sample: false },
    connection: { id, platform: 'slack', digestChannel },
    schedule,
  });
  return {
    workspace,
    core,
    clock,
    mail,
    pictures,
    api,
    token: settings.botToken,
    background,
    awaited: createAwaited(),
    keptWords: createKeptWords(),
    pace: createPace({ now, everyMs: pauses.messageMs }),
    channels: createChannels(api),
    flood: createFlood(now),
    directory: createDirectory(api, team, now),
    settings: createHouseSettings({ core, connection: id, timeZone: schedule.timeZone, now }),
  };
}

/** One organization lives here; later its other connections join it. */
const ORGANIZATION = 'home';
