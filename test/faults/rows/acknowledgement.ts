import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Command } from '../../../src/commands.ts';
import { COMPANY, kudos, person } from '../../fakes/company.ts';
import { createChance } from '../chance.ts';
import { startHerald } from '../herald-process.ts';
import { speak } from '../json-lines.ts';
import { kudosForm, openPage } from '../page.ts';
import type { OnceLine, OnceOrder } from '../processes/once-lines.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { countsIn, replyTo, whatIsUnsound, withDatabase } from '../soundness.ts';

const at = '2026-11-18T10:00:00.000Z';
/** Deaths of a real Herald while a form of the page is on its way. */
const PAGE_TRIES = 12;

export const acknowledgement: Row = {
  number: 3,
  fault: 'crash between commit and acknowledgement, then a retry',
  async play({ quick, folder }) {
    const tally = createTally();
    for (const [number, commands] of scripts()
      .slice(0, quick ? 3 : undefined)
      .entries()) {
      await dieAndRetry(join(folder, `retry-${number}.db`), commands, tally);
    }
    await dieAtThePage(folder, quick ? 2 : PAGE_TRIES, tally);
    return tally.outcome();
  },
};

/** The last of each script's commands is the one whose acknowledgement never comes. */
function scripts(): readonly (readonly Command[])[] {
  const told = kudos('k1', 'Carried every box to the third floor.', at);
  const mail = {
    words: 'You called me back on a Sunday.',
    note: '',
    customer: { name: 'Grete Holm', email: 'grete@example.com' },
    subject: null,
    wroteAt: null,
    messageIds: ['<1@example.com>'],
    unsure: [],
  };
  const stamp = { key: 'k2', by: person(0), at };
  return [
    [told],
    [told, { type: 'plan-digest', key: 'digest:2026-W47', organization: COMPANY, at, week: '2026-W47' }],
    [told, { ...stamp, type: 'retract-story', by: person(1), which: 'my-last' }],
    [{ ...stamp, type: 'capture-praise', mail }],
    [kudos('k3', 'Fixed what was broken.', at, { whatBroke: 'The lift' })],
  ];
}

async function dieAndRetry(file: string, commands: readonly Command[], tally: Tally): Promise<void> {
  tally.tried();
  const dead = speak<OnceLine>('once.ts', { file, commands, dies: true } satisfies OnceOrder);
  const { signal } = await dead.ended;
  const last = commands.at(-1)!;
  tally.hold(signal === 'SIGKILL', `it should have died: ${dead.errors().slice(-500)}`);
  tally.hold(!dead.said.some(({ acknowledged }) => acknowledged === last.key), 'it acknowledged before it died');
  const before = countsIn(file);
  const stored = withDatabase(file, (connection) => replyTo(connection, last.key));

  const began = performance.now();
  const again = speak<OnceLine>('once.ts', { file, commands: [last, last], dies: false } satisfies OnceOrder);
  await again.ended;
  tally.recovered(performance.now() - began);
  tally.hold(again.said.length === 2, `the retry failed: ${again.errors().slice(-500)}`);
  for (const { reply } of again.said) {
    tally.hold(JSON.stringify(reply) === stored, `the retry was answered otherwise than the first time: ${last.type}`);
  }
  if (countsIn(file) !== before) tally.double(`${last.type}: ${before} became ${countsIn(file)}`);
  for (const fault of whatIsUnsound(file)) tally.hold(false, fault);
}

/** The page's request is on its way when Herald dies; the browser sends it again, with the key that it had. */
async function dieAtThePage(folder: string, tries: number, tally: Tally): Promise<void> {
  const file = join(folder, 'page.db');
  const chance = createChance(3);
  const environment = { DATABASE_URL: `sqlite:${file}` };
  let answered = 0;
  let herald = await startHerald(environment, { folder });
  for (let number = 0; number < tries; number += 1) {
    tally.tried();
    const key = randomUUID();
    const form = kudosForm(`Walked the dog of customer ${number}.`);
    const page = openPage(herald.address);
    await page.get('/');
    const first = page.submit(key, form);
    await new Promise((resolve) => setTimeout(resolve, chance.whole(12)));
    await herald.end('SIGKILL');
    const { status } = await first;
    page.close();
    if (status === 200) answered += 1;

    const began = performance.now();
    herald = await startHerald(environment, { folder });
    const retry = openPage(herald.address);
    const second = await retry.submit(key, form);
    retry.close();
    tally.recovered(performance.now() - began);
    tally.hold(second.status === 200 && second.body.includes('kudos-given'), `the retry was refused: ${second.body}`);
    const stories = withDatabase(file, (connection) =>
      Number(connection.prepare('SELECT count(*) FROM wins WHERE words = ?').pluck().get(form.words)),
    );
    if (stories === 0) tally.lose(form.words);
    if (stories > 1) tally.double(form.words);
  }
  await herald.end('SIGTERM');
  tally.note(`of ${tries} deaths with a form on its way, ${answered} came after the answer`);
  for (const fault of whatIsUnsound(file)) tally.hold(false, fault);
}
