import type { Express } from 'express';
import type { Lock } from '../db/lock.ts';
import { createClock } from './clock.ts';
import { backupCommand } from './command-line/backup.ts';
import type { CliCommand, Output } from './command-line/command.ts';
import { digestCommand } from './command-line/digest.ts';
import { type Checkup, doctorCommand, type Finding } from './command-line/doctor.ts';
import { exportCommand } from './command-line/export.ts';
import { importCommand } from './command-line/import.ts';
import { runCommand } from './command-line/run-command.ts';
import { startCommand } from './command-line/start.ts';
import { type Config, readConfig } from './config.ts';
import { createCore } from './core.ts';
import type { House } from './house.ts';
import { createLog, faultFields } from './log.ts';
import type { MailReader } from './ports.ts';
import { type Door, type Herald, runHerald } from './running.ts';
import type { SlackSettings } from './slack-settings.ts';

// Wires everything; the only file that knows all the parts. What a command does not need is not imported.

/** Runs the `herald` command line. Resolves to its exit code. */
export function run(words: readonly string[]): Promise<number> {
  return runCommand(commands, words, {
    line: (text) => void process.stdout.write(`${text}\n`),
    problem: (text) => void process.stderr.write(`${text}\n`),
  });
}

const commands: readonly CliCommand[] = [
  startCommand((out) => start(readConfig(), out)),
  digestCommand(() => openFurnished(readConfig())),
  importCommand(() => openFurnished(readConfig())),
  exportCommand(async () => (await import('../db/export.ts')).exportAll(await databaseThere(readConfig()))),
  backupCommand(async (target) => (await import('../db/backup.ts')).backUp(await databaseThere(readConfig()), target)),
  doctorCommand(readConfig, checkUpFile, examineDoors),
];

async function checkUpFile({ databaseFile: file }: Config): Promise<Checkup> {
  const { checkUp } = await import('../db/checkup.ts');
  const { holderOf } = await import('../db/lock.ts');
  return { file, database: await checkUp(file), running: holderOf(file) };
}

/** What Slack says of its tokens and of the channels that digests go to. */
async function examineDoors({ slack, digestChannel }: Config, { database }: Checkup): Promise<readonly Finding[]> {
  if (!slack) return [];
  const { examineSlack } = await import('../adapters/slack/doctor.ts');
  const connections = database?.organizations.flatMap((one) => one.connections) ?? [];
  const stored = connections.filter(({ platform }) => platform === 'slack').map((one) => one.digestChannel);
  const channels = (stored.length > 0 ? stored : [digestChannel]).filter((channel) => channel !== null);
  return examineSlack(slack, channels);
}

/** Opens every door that is configured; resolves once people can come in. */
export async function start(config: Config, out: Pick<Output, 'line'>): Promise<Herald> {
  const house = await openHouse(config);
  let lock: Lock | null = null;
  try {
    lock = await claim(config);
    const herald = await runHerald(house, async ({ app }) => [await openDoor(house, app)], lock);
    out.line(welcomeLine(config, herald.address));
    watchSoundness(config, herald).catch((error) => house.log.error('soundness-unknown', faultFields(error)));
    return herald;
  } catch (error) {
    lock?.release();
    await house.close();
    throw error;
  }
}

/** The house with somebody in it: for the sandbox, a database that nothing has used yet gets its people first. */
async function openFurnished(config: Config): Promise<House> {
  const house = await openHouse(config);
  if (!config.slack && (await house.ledger.read.organizations()).length === 0) {
    const { furnish } = await import('../adapters/web/furnish.ts');
    await furnish(house.core, house.clock, config.schedule);
  }
  return house;
}

async function openHouse(config: Config): Promise<House> {
  const { openDatabase } = await import('../db/open.ts');
  const { createLedger } = await import('../db/ledger.ts');
  const { createSearch } = await import('../db/search.ts');
  const { holderOf } = await import('../db/lock.ts');
  const ledger = createLedger(await openDatabase(config.databaseFile), createSearch(config.databaseFile));
  const clock = createClock();
  const sample = (await ledger.read.organizations()).find((organization) => organization.sample);
  if (sample) clock.aheadBy(await ledger.read.clockAhead(sample.id));
  return {
    config,
    log: createLog(config.logLevel),
    clock,
    ledger,
    core: createCore(ledger, { clockMoved: clock.aheadBy }),
    mail: readingOnFirstMail(),
    splitMbox: async (raw) => (await import('../adapters/email/mbox.ts')).splitMbox(raw),
    isRunning: () => holderOf(config.databaseFile) !== null,
    close: () => ledger.close(),
  };
}

/** The mail libraries are imported with the first mail. */
function readingOnFirstMail(): MailReader {
  let reader: Promise<MailReader> | undefined;
  return {
    async read(raw) {
      reader ??= import('../adapters/email/read.ts').then(({ createMailReader }) => createMailReader());
      return (await reader).read(raw);
    },
  };
}

/** The chat platform that is configured; without any, the sandbox. */
async function openDoor(house: House, app: Express): Promise<Door> {
  const { slack } = house.config;
  return slack ? openSlack(house, slack, app) : openSandbox(house, app);
}

async function openSandbox({ clock, mail, config, log }: House, app: Express): Promise<Door> {
  const { createWebAdapter } = await import('../adapters/web/index.ts');
  const onFault = (error: unknown) => log.error('page-failed', faultFields(error));
  return { adapter: createWebAdapter({ app, clock, mail, schedule: config.schedule, onFault }), resolver: null };
}

async function openSlack({ clock, mail, config, log }: House, settings: SlackSettings, app: Express): Promise<Door> {
  const { createSlackAdapter } = await import('../adapters/slack/index.ts');
  const { schedule, digestChannel } = config;
  const onFault = (error: unknown) => log.error('slack-failed', faultFields(error));
  return createSlackAdapter({ app, settings, clock, mail, schedule, digestChannel, onFault });
}

function welcomeLine({ slack }: Config, address: string): string {
  if (!slack) return `Herald's sandbox is open at ${address}`;
  return slack.way.kind === 'socket'
    ? 'Herald is in Slack. Type /kudos help there.'
    : `Herald is in Slack and takes its requests at ${address}/slack/events. Type /kudos help there.`;
}

/** One Herald at a time works on a database; the second is told of the first. */
async function claim({ databaseFile }: Config): Promise<Lock> {
  const { claimDatabase } = await import('../db/lock.ts');
  const claimed = claimDatabase(databaseFile, new Date().toISOString());
  if ('release' in claimed) return claimed;
  throw new Error(
    `Another Herald (process ${claimed.pid}, since ${claimed.since}) is running on ${databaseFile}. ` +
      'Stop it first, or give this one a database of its own with DATABASE_URL.',
  );
}

/** Reads a large database's every page beside the work, and stops Herald when it is damaged. */
async function watchSoundness({ databaseFile }: Config, herald: Herald): Promise<void> {
  const { damageInLarge, howToRestore, isReadAtStart } = await import('../db/integrity.ts');
  if (isReadAtStart(databaseFile)) return;
  const damage = await damageInLarge(databaseFile);
  if (damage.length === 0) return;
  process.stderr.write(`${databaseFile} is damaged (${damage[0]}). ${howToRestore(databaseFile)}\n`);
  await herald.stop(1);
}

async function databaseThere({ databaseFile }: Config): Promise<string> {
  const { existsSync } = await import('node:fs');
  if (!existsSync(databaseFile))
    throw new Error(`There is no database at ${databaseFile} yet. Start Herald once, or set DATABASE_URL.`);
  return databaseFile;
}
