import { expect, onTestFinished, test, vi } from 'vitest';
import { openImapServer } from '../fakes/imap/server.ts';
import { forwarded, fromExample, openMailHouse } from './mail-house.ts';

// The first mail waits for two threads to begin, and on a busy machine that takes its time.
const PATIENCE = 15_000;
vi.setConfig({ testTimeout: 40_000 });

const TAKEN = [['HeraldTaken', '\\Seen']];
const REFUSED = [['HeraldRefused', '\\Flagged']];

async function openMailbox(can: { idle?: boolean; move?: boolean } = {}) {
  const server = await openImapServer();
  Object.assign(server.can, can);
  onTestFinished(() => server.close());
  const { port, user, password } = server;
  const imap = { host: '127.0.0.1', port, secure: false, user, password, folder: 'INBOX' };
  const house = await openMailHouse({ smtp: null, webhookSecret: null, imap, pace: { lookMs: 200, againMs: 20 } });
  const praise = () => house.exported('praise');
  const mail = (differs?: Parameters<typeof forwarded>[0]) => fromExample(house.example, differs);
  return { server, house, praise, mail };
}

test('what lies in the mailbox is taken in, marked and moved; what comes later too, at once', async () => {
  const { server, praise, mail } = await openMailbox();
  server.receive(await mail());
  await vi.waitFor(() => expect(server.flagsIn('Herald/Taken')).toEqual(TAKEN), PATIENCE);
  server.receive(await mail());
  await vi.waitFor(() => expect(server.flagsIn('Herald/Taken')).toEqual([...TAKEN, ...TAKEN]), PATIENCE);
  expect(server.flagsIn('INBOX')).toEqual([]);
  expect(await praise()).toHaveLength(2);
  expect(server.said.filter((line) => /^BAD|EXPUNGE|Deleted/i.test(line))).toEqual([]);
});

test('what is refused is moved elsewhere with a flag, nothing of it is kept, and nobody is answered', async () => {
  const { server, house, praise, mail } = await openMailbox();
  server.receive(await mail({ from: 'bob@evil.example' }));
  server.receive(Buffer.from(forwarded()));
  server.receive(Buffer.alloc(11 * 1024 * 1024, 'x\r\n'));
  await vi.waitFor(
    () => expect(server.flagsIn('Herald/Refused')).toEqual([...REFUSED, ...REFUSED, ...REFUSED]),
    PATIENCE,
  );
  expect(await praise()).toEqual([]);
  expect(house.refused).toEqual(['imap stranger', 'imap dmarc']);
});

test('what cannot be read its sender hears of in chat', async () => {
  const { server, house } = await openMailbox();
  const sealed = forwarded().replace('text/plain; charset=utf-8', 'application/pkcs7-mime; name=smime.p7m');
  server.receive(await house.example.sign(sealed));
  await vi.waitFor(() => expect(server.flagsIn('Herald/Refused')).toEqual(REFUSED), PATIENCE);
  expect(await house.seenAt(1)).toMatchObject([{ reason: 'mail-not-read', what: 'encrypted' }]);
});

test('a server that tells of nothing is looked at now and then, one that cannot move keeps mail where it is', async () => {
  const { server, praise, mail } = await openMailbox({ idle: false, move: false });
  for (let times = 1; times < 3; times += 1) {
    server.receive(await mail());
    await vi.waitFor(async () => expect(await praise()).toHaveLength(times), PATIENCE);
  }
  await vi.waitFor(() => expect(server.flagsIn('INBOX')).toEqual([...TAKEN, ...TAKEN]), PATIENCE);
  expect(server.said.filter((line) => /^BAD|EXPUNGE|Deleted|COPY/i.test(line))).toEqual([]);
});

test('a connection that breaks is made again, and nothing is lost or taken twice', async () => {
  const { server, house, praise, mail } = await openMailbox();
  await vi.waitFor(() => expect(server.said.at(-1)).toBe('IDLE'), PATIENCE);
  server.drop();
  server.receive(await mail());
  await vi.waitFor(() => expect(server.flagsIn('Herald/Taken')).toEqual(TAKEN), PATIENCE);
  expect(house.faults.length).toBeGreaterThan(0);
  expect(await praise()).toHaveLength(1);
});

test('a mail met again, as after a crash before it was moved, is recognised and filed', async () => {
  const { server, house, praise, mail } = await openMailbox();
  const raw = await mail();
  server.receive(raw);
  server.receive(raw);
  await vi.waitFor(() => expect(server.flagsIn('Herald/Taken')).toEqual([...TAKEN, ...TAKEN]), PATIENCE);
  expect(await praise()).toHaveLength(1);
  expect(await house.seenAt(1)).toHaveLength(1);
});

test('while DNS is out of reach mail stays where it is', async () => {
  const { server, house, praise, mail } = await openMailbox();
  house.dns.fail = true;
  server.receive(await mail());
  await vi.waitFor(() => expect(house.refused).toContain('imap dns'), PATIENCE);
  expect(server.flagsIn('INBOX')).toEqual([[]]);
  house.dns.fail = false;
  await vi.waitFor(() => expect(server.flagsIn('Herald/Taken')).toEqual(TAKEN), PATIENCE);
  expect(await praise()).toHaveLength(1);
});
