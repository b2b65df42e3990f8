import { join } from 'node:path';
import { runHerald, startHerald } from '../herald-process.ts';
import { speak } from '../json-lines.ts';
import { kudosForm, newKey, openPage, type Page, untilDelivered } from '../page.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { replyTo, whatIsUnsound, withDatabase } from '../soundness.ts';

const LOCKED_MS = 7000;
/** People who wait for an answer get one within this time. */
const ANSWER_MS = 2500;
/** A page that asks for nothing stored never waits longer. */
const LOOK_MS = 250;
const PEOPLE = ['ana', 'ben', 'chloe', 'hiro', 'noor', 'dana'];

type Sent = { readonly key: string; readonly words: string; readonly as: string; status: number };

export const lock: Row = {
  number: 8,
  fault: 'database locked for 7 s',
  async play({ quick, folder }) {
    const tally = createTally();
    for (const how of quick ? (['EXCLUSIVE'] as const) : (['IMMEDIATE', 'EXCLUSIVE'] as const)) {
      await lockOnce(join(folder, `${how}.db`), folder, how, tally);
    }
    if (!quick) await startWhileLocked(join(folder, 'start.db'), folder, tally);
    return tally.outcome();
  },
};

/** A start waits a while, and then says who is in its way. */
async function startWhileLocked(file: string, folder: string, tally: Tally): Promise<void> {
  tally.tried();
  const environment = { DATABASE_URL: `sqlite:${file}`, LOG_LEVEL: 'silent', PORT: '0' };
  await (await startHerald(environment, { folder })).end('SIGTERM');
  const holder = speak<{ holds: boolean }>('hold.ts', { file, how: 'IMMEDIATE', ms: LOCKED_MS });
  await holder.waitFor(({ holds }) => holds);
  const { code, stderr } = await runHerald(['start'], environment, { folder, patienceMs: 20_000 });
  tally.hold(
    code === 1 && /^Another process holds \S+ locked.* then start Herald again\.$/.test(stderr.trim()),
    `started on a locked database, it ended with ${code}: ${stderr}`,
  );
  await holder.ended;
}

async function lockOnce(file: string, folder: string, how: 'IMMEDIATE' | 'EXCLUSIVE', tally: Tally): Promise<void> {
  const herald = await startHerald({ DATABASE_URL: `sqlite:${file}`, LOG_LEVEL: 'silent' }, { folder });
  const page = openPage(herald.address);
  const looker = openPage(herald.address);
  const sent: Sent[] = [];
  tally.hold((await tell(page, sent, 'before', 0)) === 200, 'it does not work before the lock');

  let over = false;
  let locked = false;
  const people = Promise.all(
    PEOPLE.map(async (as, number) => {
      while (!over) await tellAndTime(page, sent, as, number, tally, () => locked);
    }),
  );
  const holder = speak<{ holds: boolean }>('hold.ts', { file, how, ms: LOCKED_MS });
  await holder.waitFor(({ holds }) => holds);
  locked = true;
  const looks: number[] = [];
  const looking = (async () => {
    while (locked) {
      const { status, ms } = await looker.get('/healthz');
      looks.push(status === 200 ? ms : Number.POSITIVE_INFINITY);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  })();
  await holder.waitFor(({ holds }) => !holds);
  locked = false;
  over = true;
  const released = performance.now();
  while ((await tell(page, sent, 'after', 0)) !== 200) await new Promise((resolve) => setTimeout(resolve, 10));
  tally.recovered(performance.now() - released);
  await people;
  await looking;
  const slowest = Math.max(...looks);
  tally.hold(slowest < LOOK_MS, `a look that needs no storing took ${Math.round(slowest)} ms`);
  tally.note(
    `${how}: ${looks.length} looks meanwhile, the slowest took ${Math.round(slowest)} ms; ${sent.filter(({ status }) => status === 503).length} kudos were answered "Not stored yet"`,
  );
  await sendAgain(page, sent, tally);
  tally.hold(await untilDelivered(page), 'it did not go on delivering by itself');
  const { code } = await herald.end('SIGTERM');
  page.close();
  looker.close();
  tally.hold(code === 0, `it ended with ${code}`);
  storedOnce(file, sent, tally);
}

async function tell(page: Page, sent: Sent[], as: string, number: number): Promise<number> {
  const person = PEOPLE.includes(as) ? as : 'ana';
  const one: Sent = {
    key: newKey(),
    words: `${as} ${number} ${sent.length}: kept "the" promise; it's done.`,
    as: person,
    status: 0,
  };
  sent.push(one);
  one.status = (await page.submit(one.key, formOf(one), person)).status;
  return one.status;
}

async function tellAndTime(
  page: Page,
  sent: Sent[],
  as: string,
  number: number,
  tally: Tally,
  locked: () => boolean,
): Promise<void> {
  tally.tried();
  const one: Sent = { key: newKey(), words: `${as} ${number} ${sent.length}: carried the piano.`, as, status: 0 };
  sent.push(one);
  const lockedThen = locked();
  const { status, ms, body } = await page.submit(one.key, formOf(one), as);
  one.status = status;
  tally.hold(ms <= ANSWER_MS, `an answer took ${Math.round(ms)} ms`);
  if (!(lockedThen && locked())) return;
  const { view } = JSON.parse(body) as { readonly view?: { readonly reason: string; readonly words: string } };
  tally.hold(
    status === 503 && view?.reason === 'not-stored-yet' && view.words === one.words,
    `while it was locked, the answer was ${status} ${body.slice(0, 200)}`,
  );
}

/** The page keeps what was typed; people send it again, with the key that it had. */
async function sendAgain(page: Page, sent: readonly Sent[], tally: Tally): Promise<void> {
  for (const one of sent) {
    const { status, body } = await page.submit(one.key, formOf(one), one.as);
    tally.hold(
      status === 200 && body.includes('kudos-given'),
      `sent again, it was answered ${status} ${body.slice(0, 200)}`,
    );
  }
}

function formOf({ words, as }: Sent) {
  return kudosForm(words, { heroes: [as === 'ben' ? 'ana' : 'ben'] });
}

function storedOnce(file: string, sent: readonly Sent[], tally: Tally): void {
  withDatabase(file, (connection) => {
    for (const { key, words } of sent) {
      const stories = Number(connection.prepare('SELECT count(*) FROM wins WHERE words = ?').pluck().get(words));
      if (stories === 0 || replyTo(connection, `web:${key}`) === null) tally.lose(words);
      if (stories > 1) tally.double(words);
    }
    const left = connection.prepare(`SELECT count(*) FROM outbox WHERE state <> 'done'`).pluck().get();
    tally.hold(left === 0, `${left} messages were not delivered`);
  });
  for (const fault of whatIsUnsound(file)) tally.hold(false, fault);
}
