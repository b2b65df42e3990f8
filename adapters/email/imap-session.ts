import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import { MAX_MAIL_BYTES } from './limits.ts';
import { type Outcome, tooBig } from './reception.ts';

export type Mailbox = {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  readonly folder: string;
};

/** One connection to a mailbox, until it breaks or is closed. */
export type Session = {
  /** Takes in all that lies in the folder, and files it. */
  takeAll(receive: (raw: Uint8Array) => Promise<Outcome>): Promise<void>;
  /** Resolves when something may have come, when the connection broke, or after so long. */
  news(ms: number): Promise<void>;
  /** Ends the wait for news. */
  wake(): void;
  close(): Promise<void>;
};

/** Where mail is filed, beside the folder it came to. Nothing is ever deleted. */
const FOLDERS = { taken: ['Herald', 'Taken'], refused: ['Herald', 'Refused'] } as const;
/** What is marked so is filed, even where it could not be moved. */
const MARKS = { taken: 'HeraldTaken', refused: 'HeraldRefused' } as const;

const CONNECT_MS = 20_000;
const SILENT_MS = 120_000;
/** Servers end an IDLE after half an hour, routers forget a silent connection sooner. */
const IDLE_MS = 300_000;

/**
 * Rejects when the server is not to be reached, not to be trusted or does not let Herald in. Once `closing` is aborted
 * the session has a few seconds to end in good order.
 */
export async function openSession(mailbox: Mailbox, closing: AbortSignal): Promise<Session> {
  const client = clientFor(mailbox);
  let wake: () => void = () => undefined;
  let stirred = false;
  const stir = () => {
    stirred = true;
    wake();
  };
  // Without a listener an error would end the process; whoever uses the session hears of it from its next command.
  client.on('error', () => stir());
  client.on('close', () => stir());
  client.on('exists', () => stir());
  let connected = false;
  const end = () => void setTimeout(() => client.close(), connected ? LAST_WORDS_MS : 0).unref();
  closing.addEventListener('abort', end, { once: true });
  await client.connect();
  connected = true;
  for (const path of Object.values(FOLDERS)) await client.mailboxCreate([...path]);
  await client.mailboxOpen(mailbox.folder);
  /** Mail that is filed but could be neither marked nor moved; its server forgets, this session does not. */
  const filed = new Set<number>();

  async function take(uid: number, receive: (raw: Uint8Array) => Promise<Outcome>): Promise<void> {
    const found = await client.fetchOne(String(uid), { size: true }, { uid: true });
    if (!found) return;
    const outcome = (found.size ?? 0) > MAX_MAIL_BYTES ? tooBig() : await receive(await sourceOf(uid));
    if (outcome.outcome === 'later') return;
    filed.add(uid);
    const flag = outcome.outcome === 'taken' ? '\\Seen' : '\\Flagged';
    await client.messageFlagsAdd(String(uid), [flag, MARKS[outcome.outcome]], { uid: true });
    // Where a server cannot move, moving would mean to delete: then it stays, marked.
    if (client.capabilities.has('MOVE')) {
      await client.messageMove(String(uid), [...FOLDERS[outcome.outcome]], { uid: true });
    }
  }

  async function sourceOf(uid: number): Promise<Uint8Array> {
    const found = (await client.fetchOne(String(uid), { source: true }, { uid: true })) || null;
    if (!found?.source) throw new Error('The mailbox did not give a mail that lies in it.');
    return found.source;
  }

  return {
    async takeAll(receive) {
      stirred = false;
      const unmarked = { not: { or: Object.values(MARKS).map((keyword) => ({ keyword })) } };
      const found = await client.search(unmarked, { uid: true });
      if (!found) throw new Error('The mailbox could not be searched.');
      for (const uid of found) if (!filed.has(uid)) await take(uid, receive);
    },
    async news(ms) {
      if (stirred) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      wake = resolve;
      const patience = setTimeout(resolve, ms).unref();
      client.idle().catch(resolve);
      await promise;
      clearTimeout(patience);
    },
    wake: stir,
    async close() {
      closing.removeEventListener('abort', end);
      const patience = setTimeout(() => client.close(), LAST_WORDS_MS).unref();
      await client.logout().catch(() => client.close());
      clearTimeout(patience);
    },
  };
}

const LAST_WORDS_MS = 3000;

/** Logs in and out again; rejects when that fails. */
export async function tryMailbox(mailbox: Mailbox): Promise<void> {
  const client = clientFor(mailbox, { verifyOnly: true });
  // What goes wrong is said by the promise too.
  client.on('error', () => undefined);
  await client.connect();
}

function clientFor({ host, port, secure, user, password }: Mailbox, differs: ImapFlowOptions = {}): ImapFlow {
  return new ImapFlow({
    host,
    port,
    secure,
    // A password goes over the wire in the clear only to this very machine.
    ...(secure || isThisMachine(host) ? {} : { doSTARTTLS: true }),
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    // Compressed, a few bytes can become a mailbox full.
    disableCompression: true,
    maxIdleTime: IDLE_MS,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENT_MS,
    maxLiteralSize: MAX_MAIL_BYTES + 1,
    maxResponseSize: MAX_MAIL_BYTES * 2,
    ...differs,
  });
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
