import type { Lock } from '../db/lock.ts';
import type { Search } from '../db/search.ts';
import { createClock } from './clock.ts';
import { FAILED, type Output } from './command-line/command.ts';
import { type CliCommands, runCommand } from './command-line/run-command.ts';
import { type Config, readConfig, servesSandbox } from './config.ts';
import { createCore } from './core.ts';
import type { House } from './house.ts';
import { createLog, faultFields } from './log.ts';
import { drawingOnFirstPulse } from './pictures/on-first-pulse.ts';
import type { MailReader } from './ports.ts';
import type { Herald } from './running.ts';
import type { Hurry } from './wiring/doors.ts';

// Wires everything, with the files in wiring/: nothing else knows all the parts. What a command does not need is not imported.

/** Runs the `herald` command line. Resolves to its exit code. */
export async function run(words: readonly string[]): Promise<number> {
  const unwritten: NodeJS.ErrnoException[] = [];
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads may have had enough, as `head` has.
    if (error.code !== 'EPIPE') unwritten.push(error);
  });
  // A log may lose its reader, and the disk that it goes to may be full: the work goes on all the same.
  process.stderr.on('error', () => undefined);
  const problem = (text: string) => void process.stderr.write(`${text}\n`);
  const code = await runCommand(commands, words, { line: (text) => void process.stdout.write(`${text}\n`), problem });
  // A stream tells of what it could not write a turn later.
  await new Promise((resolve) => setImmediate(resolve));
  const [first] = unwritten;
  if (first === undefined) return code;
  const why = first.code === 'ENOSPC' ? 'the disk is full' : first.code;
  problem(`Not all of it could be written to standard output: ${why}. Send it elsewhere and try again.`);
  return FAILED;
}

const furnished = async () => openFurnished(await readConfig());
const everything = async () => (await import('../db/export.ts')).exportAll(await databaseFileThere());

/** All there is on the command line. */
export const commands: CliCommands = {
  async start() {
    const { startCommand } = await import('./command-line/start.ts');
    return startCommand(async (out) => start(await readConfig(), out));
  },
  async digest() {
    const { digestCommand } = await import('./command-line/digest.ts');
    return digestCommand(furnished);
  },
  async import() {
    const { importCommand } = await import('./command-line/import.ts');
    return importCommand(furnished);
  },
  async export() {
    const { exportCommand } = await import('./command-line/export.ts');
    return exportCommand(everything, furnished);
  },
  async erase() {
    const { eraseCommand } = await import('./command-line/erase.ts');
    return eraseCommand(furnished);
  },
  async privacy() {
    const { privacyCommand } = await import('./command-line/privacy.ts');
    return privacyCommand(furnished);
  },
  async retention() {
    const { retentionCommand } = await import('./command-line/retention.ts');
    return retentionCommand(furnished);
  },
  async wall() {
    const { wallCommand } = await import('./command-line/wall.ts');
    return wallCommand(furnished);
  },
  async pulse() {
    const { pulseCommand } = await import('./command-line/pulse.ts');
    return pulseCommand(furnished);
  },
  async backup() {
    const { backupCommand } = await import('./command-line/backup.ts');
    const { backUp } = await import('../db/backup.ts');
    return backupCommand(async (target) => backUp(await databaseFileThere(), target));
  },
  async doctor() {
    const { doctorCommand } = await import('./command-line/doctor.ts');
    const { checkDatabase, checkDoors } = await import('./wiring/check-doors.ts');
    return doctorCommand(readConfig, checkDatabase, checkDoors);
  },
};

async function databaseFileThere(): Promise<string> {
  const { databaseThere } = await import('./command-line/database-there.ts');
  return databaseThere(await readConfig());
}

/** Opens every door that is configured; resolves once people can come in. */
export async function start(config: Config, out: Pick<Output, 'line'>, hurry: Hurry = {}): Promise<Herald> {
  const house = await openHouse(config);
  let lock: Lock | null = null;
  try {
    lock = await claim(config);
    const { runHerald } = await import('./running.ts');
    const { mountWall, openDoors, openIntakes } = await import('./wiring/doors.ts');
    const herald = await runHerald(
      house,
      async ({ app }) => {
        mountWall(house, app);
        const chats = await openDoors(house, app, hurry);
        return { chats, intakes: await openIntakes(house, app, chats) };
      },
      lock,
    );
    const { welcomeLines } = await import('./command-line/welcome-lines.ts');
    const chats = (await house.ledger.read.organizations()).flatMap(({ connections }) => connections);
    for (const line of welcomeLines(config, herald.address, chats)) out.line(line);
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
  if (servesSandbox(config) && (await house.ledger.read.organizations()).length === 0) {
    const { furnish } = await import('../adapters/web/furnish.ts');
    await furnish(house.core, house.clock, config.schedule);
  }
  return house;
}

async function openHouse(config: Config): Promise<House> {
  const { openDatabase } = await import('../db/open.ts');
  const { createLedger } = await import('../db/ledger.ts');
  const { holderOf } = await import('../db/lock.ts');
  const ledger = createLedger(await openDatabase(config.databaseFile), searchingOnFirstSearch(config.databaseFile));
  const clock = createClock();
  const pictures = drawingOnFirstPulse();
  // A sandbox's moved clock is its own: a company whose chats are configured on the same database lives in real time.
  const organizations = servesSandbox(config) ? await ledger.read.organizations() : [];
  const sample = organizations.find((organization) => organization.sample);
  if (sample) await clock.aheadBy(await ledger.read.clockAhead(sample.id));
  return {
    config,
    log: createLog(config.logLevel),
    clock,
    ledger,
    core: createCore(ledger, { clockMoved: clock.aheadBy }),
    mail: readingOnFirstMail(),
    pictures,
    splitMbox: async (raw) => (await import('../adapters/email/mbox.ts')).splitMbox(raw),
    async organizationServed() {
      const { organizationServed } = await import('./organization-served.ts');
      return organizationServed(config, await ledger.read.organizations());
    },
    isRunning: () => holderOf(config.databaseFile) !== null,
    async close() {
      await pictures.close();
      await ledger.close();
    },
  };
}

/** The mail libraries are imported with the first mail. */
function readingOnFirstMail(): MailReader {
  let reader: Promise<MailReader> | undefined;
  return {
    async read(raw) {
      reader ??= import('../adapters/email/reading-thread.ts').then(({ createReadingThread }) => createReadingThread());
      return (await reader).read(raw);
    },
  };
}

function searchingOnFirstSearch(file: string): Search {
  let search: Promise<Search> | undefined;
  return {
    async find(...asked) {
      search ??= import('../db/search.ts').then(({ createSearch }) => createSearch(file));
      return (await search).find(...asked);
    },
    close: async () => (await search)?.close(),
  };
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
  const { howToRestore, isReadAtStart } = await import('../db/integrity.ts');
  if (isReadAtStart(databaseFile)) return;
  const { damageBeside } = await import('../db/damage-beside.ts');
  const damage = await damageBeside(databaseFile);
  if (damage.length === 0) return;
  process.stderr.write(`${databaseFile} is damaged (${damage[0]}). ${howToRestore(databaseFile)}\n`);
  await herald.stop(1);
}
