import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Express } from 'express';
import type { DigestSchedule } from '../../src/commands.ts';
import type { Adapter, Clock, Core, MailReader, Resolver } from '../../src/ports.ts';
import type { Pictures } from '../../src/pulse.ts';
import { createBackground } from './background.ts';
import { createChannels } from './channels.ts';
import { type Cloud, PUBLIC_CLOUD } from './cloud.ts';
import { createCompany } from './company.ts';
import { createConnector } from './connector.ts';
import { createDeliver } from './deliver.ts';
import type { Desk } from './desk.ts';
import { createDispatch } from './dispatch.ts';
import { createDoor } from './door.ts';
import { createHouseSettings } from './house-settings.ts';
import { createPace } from './pace.ts';
import { keepTeams } from './pulse-teams.ts';
import { receive } from './receive.ts';
import { createReferences } from './references.ts';
import { createResolver } from './resolve.ts';
import { createRoster } from './roster.ts';
import type { TeamsService } from './service.ts';
import { createTyping } from './typing.ts';

type Settings = {
  /** Null in a local playground, where nobody signs anything. */
  readonly registration: { readonly appId: string; readonly password: string; readonly tenant: string } | null;
  /** Mail addresses of those who are admins. */
  readonly admins: readonly string[];
  /** Microsoft's, when null. */
  readonly cloud: Cloud | null;
};

type Options = {
  /** Listening is its owner's business. */
  readonly app: Express;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly mail: MailReader;
  readonly pictures: Pictures;
  /** When the digest is due and where it is posted, until somebody changes it. */
  readonly schedule: DigestSchedule;
  readonly digestChannel: string | null;
  /** Hears of errors that are nobody's fault but ours or Teams'. */
  readonly onFault: (error: unknown) => void;
};

/** Teams, for the tenant that the registration belongs to. */
export function createTeamsAdapter(options: Options): { readonly adapter: Adapter; readonly resolver: Resolver } {
  const { settings, onFault } = options;
  const background = createBackground(onFault);
  const cloud = settings.cloud ?? PUBLIC_CLOUD;
  const teams = { ...createDoor(settings.registration, cloud), ...createConnector(settings.registration, cloud) };
  let desk: Desk | null = null;
  let keeping: NodeJS.Timeout | undefined;
  let deliver: ReturnType<typeof createDeliver> | null = null;
  const open = () => {
    if (desk === null) throw new Error('The door to Teams is closed.');
    return desk;
  };
  const tenant = settings.registration?.tenant ?? null;
  options.app.post('/api/messages', receive({ teams, tenant, dispatch: createDispatch(open), onFault }));

  const adapter: Adapter = {
    platform: 'teams',
    async start(core) {
      const furnished = await furnish(options, core, teams, background);
      deliver = createDeliver(furnished);
      desk = furnished;
      keeping = setInterval(() => background.begin(() => keepTeams(furnished)), KEPT_EVERY_MS).unref();
    },
    deliver(delivery, standsSoFar) {
      if (deliver === null) throw new Error('The door to Teams is closed.');
      return deliver(delivery, standsSoFar);
    },
    async stop() {
      clearInterval(keeping);
      await Promise.race([background.settled(), sleep(LAST_ANSWERS_MS, null, { ref: false })]);
    },
  };
  return { adapter, resolver: createResolver(open) };
}

/** How long a stop waits for answers that go on behind. */
const LAST_ANSWERS_MS = 3500;

/** Who is in a chosen team is asked so often: it counts as it is when four weeks begin. */
const KEPT_EVERY_MS = 15 * 60_000;

/** One organization lives here, with all its connections. */
const ORGANIZATION = 'home';
/** A channel's id; names are of no use to Teams. */
const CHANNEL = /^19:\S+@\S+$/;

async function furnish(
  options: Options,
  core: Core,
  teams: TeamsService,
  background: Desk['background'],
): Promise<Desk> {
  const { settings, clock, mail, pictures, schedule, digestChannel } = options;
  const { registration, admins } = settings;
  const now = () => Date.parse(clock.now());
  const connection = `teams:${registration?.tenant ?? 'playground'}`;
  await core.handle({
    type: 'open-connection',
    // One that was lost is open again; each start says so anew.
    key: `teams:open:${randomUUID()}`,
    at: clock.now(),
    organization: { id: ORGANIZATION, name: 'Teams', sample: false },
    connection: {
      id: connection,
      platform: 'teams',
      digestChannel: CHANNEL.test(digestChannel ?? '') ? digestChannel : null,
    },
    schedule,
  });
  const references = createReferences({ core, clock, connection });
  await references.load();
  const tenant = registration?.tenant ?? null;
  const pace = createPace({ now });
  return {
    connection,
    tenant,
    admins,
    fileHosts: (settings.cloud ?? PUBLIC_CLOUD).fileHosts,
    core,
    clock,
    mail,
    pictures,
    teams,
    references,
    roster: createRoster({ teams, references, tenant, admins, now }),
    met: new Set(),
    company: createCompany({ core, connection, now }),
    channels: createChannels({ teams, references, now }),
    pace,
    background,
    typing: createTyping({ teams, pace, background }),
    settings: createHouseSettings({ core, connection, timeZone: schedule.timeZone, now }),
  };
}
