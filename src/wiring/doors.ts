import type { Express, RequestHandler } from 'express';
import type { Pauses } from '../../adapters/slack/pauses.ts';
import { servesSandbox } from '../config.ts';
import type { House } from '../house.ts';
import { faultFields } from '../log.ts';
import type { Intake } from '../ports.ts';
import type { Door } from '../running.ts';
import type { SlackSettings } from '../slack-settings.ts';
import type { TeamsSettings } from '../teams-settings.ts';

/** What only a test asks for. */
export type Hurry = { readonly slackPauses?: Pauses };

/** The story wall, loaded with its first reader. */
export function mountWall({ ledger }: House, app: Express): void {
  let routes: Promise<RequestHandler> | undefined;
  app.use('/wall', async (request, response, next) => {
    routes ??= import('../../adapters/web/wall/index.ts').then(({ wallRoutes }) => wallRoutes(ledger.wall));
    (await routes)(request, response, next);
  });
}

/** Each chat platform that is configured; without any, the sandbox. */
export async function openDoors(house: House, app: Express, hurry: Hurry): Promise<readonly Door[]> {
  const { config } = house;
  if (servesSandbox(config)) return [await openSandbox(house, app)];
  const doors: Door[] = [];
  if (config.slack) doors.push(await openSlack(house, config.slack, app, hurry));
  if (config.teams) doors.push(await openTeams(house, config.teams, app));
  return doors;
}

/** Ways in that are answered in the chats. */
export async function openIntakes(house: House, app: Express, chats: readonly Door[]): Promise<readonly Intake[]> {
  const { clock, mail, config, log } = house;
  if (!config.email) return [];
  const { createEmailIntake } = await import('../../adapters/email/index.ts');
  const { mailboxOf } = await import('../mailbox.ts');
  const onFault = (error: unknown) => log.error('email-failed', faultFields(error));
  const onRefused = (door: string, why: string) => log.info('mail-not-taken', { door, why });
  const mailbox = async () => {
    const served = await house.organizationServed();
    return served && { organization: served.id, connection: mailboxOf(served) };
  };
  const meet = async (email: string) => {
    for (const { directory } of chats) await directory?.meetByEmail(email);
  };
  const { email: settings } = config;
  return [createEmailIntake({ app, settings, clock, mail, mailbox, meet, onRefused, onFault })];
}

async function openSandbox({ clock, mail, pictures, config, log, ledger }: House, app: Express): Promise<Door> {
  const { createWebAdapter } = await import('../../adapters/web/index.ts');
  const onFault = (error: unknown) => log.error('page-failed', faultFields(error));
  // The wall stands on the page's own server.
  const linksTo = async (organization: string, stories: readonly string[]) => {
    const { linksToStories } = await import('../story-links.ts');
    return linksToStories(ledger.wall, '', organization, stories);
  };
  return {
    adapter: createWebAdapter({ app, clock, mail, pictures, schedule: config.schedule, linksTo, onFault }),
    resolver: null,
    directory: null,
  };
}

async function openSlack(
  { clock, mail, pictures, config, log, ledger }: House,
  settings: SlackSettings,
  app: Express,
  { slackPauses: pauses }: Hurry,
): Promise<Door> {
  const { createSlackAdapter } = await import('../../adapters/slack/index.ts');
  const { schedule, digestChannel } = config;
  const onFault = (error: unknown) => log.error('slack-failed', faultFields(error));
  const knows = async (connection: string) => (await ledger.read.connectionOrganization(connection)) !== null;
  return createSlackAdapter({ app, settings, clock, mail, pictures, schedule, digestChannel, knows, pauses, onFault });
}

async function openTeams(
  { clock, mail, pictures, config, log }: House,
  settings: TeamsSettings,
  app: Express,
): Promise<Door> {
  const { createTeamsAdapter } = await import('../../adapters/teams/index.ts');
  const { schedule, digestChannel } = config;
  const onFault = (error: unknown) => log.error('teams-failed', faultFields(error));
  return {
    ...createTeamsAdapter({ app, settings, clock, mail, pictures, schedule, digestChannel, onFault }),
    directory: null,
  };
}
