import { join } from 'node:path';
import type { Command } from '../../../src/commands.ts';
import { COMPANY, kudos, person } from '../../fakes/company.ts';
import { type Environment, type RunningHerald, runHerald, startHerald } from '../herald-process.ts';
import { speak } from '../json-lines.ts';
import { kudosForm, newKey, openPage } from '../page.ts';
import type { OnceLine, OnceOrder } from '../processes/once-lines.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { whatIsUnsound, withDatabase } from '../soundness.ts';

const at = '2026-11-18T10:00:00.000Z';
const RACED_KUDOS = 150;

export const secondProcess: Row = {
  number: 5,
  fault: 'two processes on one database',
  async play({ quick, folder }) {
    const tally = createTally();
    await startTwice(folder, tally);
    for (let round = 0; round < (quick ? 1 : 5); round += 1) await startAtOnce(folder, round, tally);
    for (let round = 0; round < (quick ? 2 : 10); round += 1) await race(join(folder, `race-${round}.db`), tally);
    return tally.outcome();
  },
};

/** The second start is told of the first; the command line works beside it. */
async function startTwice(folder: string, tally: Tally): Promise<void> {
  tally.tried();
  const file = join(folder, 'twice.db');
  const environment = { DATABASE_URL: `sqlite:${file}` };
  const first = await startHerald(environment, { folder, way: 'npm' });
  const page = openPage(first.address);
  await page.submit(newKey(), kudosForm('Found the lost parcel.'));

  const second = await runHerald(['start'], { ...environment, PORT: '0' }, { folder });
  tally.hold(second.code === 1, `the second start ended with ${second.code}`);
  tally.hold(
    /^Another Herald \(process \d+, since \S+\) is running on \S+twice\.db\. Stop it first/.test(second.stderr),
    `the second start said: ${second.stderr}`,
  );
  await commandLineBeside(folder, environment, tally);
  tally.hold((await page.get('/readyz')).status === 200, 'the first is no longer ready');
  await page.submit(newKey(), kudosForm('Brought the ladder back.'));
  page.close();
  const { code } = await first.end('SIGTERM');
  tally.hold(code === 0, `the first ended with ${code}`);
  const digests = withDatabase(file, (connection) => ({
    planned: connection.prepare('SELECT count(*) FROM digests').pluck().get(),
    messages: connection.prepare(`SELECT count(*) FROM outbox WHERE about LIKE '["digest"%'`).pluck().get(),
    waiting: connection.prepare(`SELECT count(*) FROM outbox WHERE state <> 'done'`).pluck().get(),
  }));
  if (digests.planned !== 1 || digests.messages !== 1) tally.double(`digests ${JSON.stringify(digests)}`);
  tally.hold(digests.waiting === 0, `${digests.waiting} messages were left`);
  for (const fault of whatIsUnsound(file)) tally.hold(false, fault);
}

async function commandLineBeside(folder: string, environment: Environment, tally: Tally): Promise<void> {
  const herald = (...words: string[]) => runHerald(words, environment, { folder });
  const doctor = await herald('doctor');
  tally.hold(doctor.code === 0 && /running since/.test(doctor.stdout), `doctor beside it: ${doctor.stderr}`);
  const preview = await herald('digest', 'preview');
  tally.hold(
    preview.code === 0 && /Found the lost parcel/.test(preview.stdout),
    `preview beside it: ${preview.stderr}`,
  );
  const [one, other] = await Promise.all([herald('digest', 'post'), herald('digest', 'post')]);
  tally.hold(one.code === 0 && other.code === 0, `two posts beside it: ${one.stderr} ${other.stderr}`);
  tally.hold(
    !/as soon as Herald runs/.test(one.stdout + other.stdout),
    'the running Herald did not deliver the digest',
  );
  const exported = await herald('export');
  tally.hold(
    exported.code === 0 && exported.stdout.includes('"type":"digest"'),
    `export beside it: ${exported.stderr}`,
  );
}

/** Several starts in the same moment, on a database that is not there yet: one of them runs. */
async function startAtOnce(folder: string, round: number, tally: Tally): Promise<void> {
  tally.tried();
  const environment = { DATABASE_URL: `sqlite:${join(folder, `at-once-${round}.db`)}`, PORT: '0' };
  const starts = await Promise.allSettled(Array.from({ length: 4 }, () => startHerald(environment, { folder })));
  const running: RunningHerald[] = starts.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const refused = starts.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
  tally.hold(running.length === 1, `${running.length} of 4 starts at once are running`);
  for (const reason of refused) {
    tally.hold(/Another Herald \(process [1-9]/.test(reason), `a start at once was refused with: ${reason}`);
  }
  for (const herald of running) await herald.end('SIGTERM');
}

/** Two processes, each with its own ledger, are given the same commands in the same moment. */
async function race(file: string, tally: Tally): Promise<void> {
  tally.tried();
  const commands: Command[] = Array.from({ length: RACED_KUDOS }, (_, number) =>
    kudos(`race-${number}`, `Story ${number} of the race.`, at, { by: person(number % 5), heroes: [person(7)] }),
  );
  commands.push({ type: 'plan-digest', key: 'digest:2026-W47', organization: COMPANY, at, week: '2026-W47' });
  const order: OnceOrder = { file, commands, dies: false };
  const racers = [speak<OnceLine>('once.ts', order), speak<OnceLine>('once.ts', order)] as const;
  for (const racer of racers) {
    const { code } = await racer.ended;
    tally.hold(code === 0, `a racing process ended with ${code}: ${racer.errors().slice(-500)}`);
  }
  const [one, other] = racers.map(({ said }) => said.map((line) => JSON.stringify(line)));
  tally.hold(one?.length === commands.length, 'a racing process did not answer everything');
  if (one?.join() !== other?.join()) tally.double('two processes answered the same key differently');
  const counts = withDatabase(file, (connection) => ({
    stories: connection.prepare('SELECT count(*) FROM wins').pluck().get(),
    digests: connection.prepare('SELECT count(*) FROM digests').pluck().get(),
  }));
  if (Number(counts.stories) > RACED_KUDOS || Number(counts.digests) > 1) tally.double(JSON.stringify(counts));
  if (Number(counts.stories) < RACED_KUDOS || Number(counts.digests) < 1) tally.lose(JSON.stringify(counts));
  for (const fault of whatIsUnsound(file)) tally.hold(false, fault);
}
