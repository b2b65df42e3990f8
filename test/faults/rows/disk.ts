import { join } from 'node:path';
import { runHerald, startHerald } from '../herald-process.ts';
import { kudosForm, newKey, openPage, type Page, untilDelivered } from '../page.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { makeSmallDisk, type SmallDisk } from '../small-disk.ts';
import { replyTo, whatIsUnsound, withDatabase } from '../soundness.ts';

/** Kudos sent while the disk is full: some may still find room that is theirs already. */
const WHILE_FULL = 60;
const GIVE_UP_MS = 15_000;

type Sent = { readonly key: string; readonly words: string; stored: boolean };

export const disk: Row = {
  number: 9,
  fault: 'disk full, then freed',
  async play({ quick, folder }) {
    const tally = createTally();
    const small = makeSmallDisk(folder);
    try {
      for (let round = 0; round < (quick ? 1 : 4); round += 1) {
        // Every other time Herald is stopped while the disk is still full.
        await fillOnce(small, join(small.folder, `full-${round}.db`), folder, round % 2 === 1, tally);
      }
      if (!quick) await startOnFull(small, folder, tally);
    } finally {
      small.remove();
    }
    tally.note(`played with ${small.how}`);
    return tally.outcome();
  },
};

async function fillOnce(small: SmallDisk, file: string, folder: string, stopWhileFull: boolean, tally: Tally) {
  const environment = { DATABASE_URL: `sqlite:${file}`, LOG_LEVEL: 'silent' };
  let herald = await startHerald(environment, { folder });
  let page = openPage(herald.address);
  const sent: Sent[] = [];
  for (let before = 0; before < 10; before += 1) await send(page, sent);
  tally.hold(
    sent.every(({ stored }) => stored),
    'it does not work before the disk is full',
  );
  small.fill(herald.child.pid ?? 0);
  let refused = 0;
  for (let number = 0; number < WHILE_FULL; number += 1) {
    tally.tried();
    const { status, body } = await send(page, sent);
    if (status === 200) continue;
    refused += 1;
    tally.hold(status === 503 && body.includes('not-stored-yet'), `with a full disk it answered ${status} ${body}`);
  }
  tally.hold(refused > 0, 'the disk was never full: this round proves nothing');
  tally.hold((await page.get('/')).status === 200, 'the page is not served any more');
  if (stopWhileFull) {
    page.close();
    const { code, signal } = await herald.end('SIGTERM');
    tally.hold(code === 0, `stopped on a full disk, it ended with ${code ?? signal}`);
  }
  small.free(herald.child.pid ?? 0);
  const freed = performance.now();
  if (stopWhileFull) {
    herald = await startHerald(environment, { folder });
    page = openPage(herald.address);
  }
  while (!(await send(page, sent)).body.includes('kudos-given') && performance.now() - freed < GIVE_UP_MS)
    await pause(20);
  tally.recovered(performance.now() - freed);
  for (const one of sent) {
    const { status } = await page.submit(one.key, kudosForm(one.words));
    tally.hold(status === 200, `sent again on a freed disk, it was answered ${status}`);
  }
  tally.hold(await untilDelivered(page), 'it did not go on delivering by itself');
  page.close();
  const { code } = await herald.end('SIGTERM');
  tally.hold(code === 0, `it ended with ${code}`);
  storedOnce(file, sent, tally);
}

async function send(page: Page, sent: Sent[]) {
  const one: Sent = {
    key: newKey(),
    words: `${sent.length}: ${'Stayed late for a customer. '.repeat(40)}`.trim(),
    stored: false,
  };
  sent.push(one);
  const answered = await page.submit(one.key, kudosForm(one.words));
  one.stored = answered.status === 200;
  return answered;
}

function storedOnce(file: string, sent: readonly Sent[], tally: Tally): void {
  withDatabase(file, (connection) => {
    for (const { key, words } of sent) {
      const stories = Number(connection.prepare('SELECT count(*) FROM wins WHERE words = ?').pluck().get(words));
      if (stories === 0 || replyTo(connection, `web:${key}`) === null) tally.lose(words.slice(0, 20));
      if (stories > 1) tally.double(words.slice(0, 20));
    }
    const left = connection.prepare(`SELECT count(*) FROM outbox WHERE state <> 'done'`).pluck().get();
    tally.hold(left === 0, `${left} messages were not delivered`);
  });
  for (const fault of whatIsUnsound(file)) tally.hold(false, fault);
}

async function startOnFull(small: SmallDisk, folder: string, tally: Tally): Promise<void> {
  if (!small.how.includes('tmpfs')) return;
  tally.tried();
  small.fill(0);
  const { code, stderr } = await runHerald(
    ['start'],
    { DATABASE_URL: `sqlite:${join(small.folder, 'new.db')}`, PORT: '0' },
    { folder },
  );
  tally.hold(code === 1 && /disk is full/.test(stderr), `started on a full disk, it ended with ${code}: ${stderr}`);
  small.free(0);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
