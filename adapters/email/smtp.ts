import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { CONNECTION_MS, DATA_MS, IDLE_MS, MAX_CLIENTS, MAX_CLIENTS_OF_ONE_ADDRESS } from './door-limits.ts';
import { comparable } from './header-fields.ts';
import { createIncoming, type Room } from './incoming.ts';
import { MAX_MAIL_BYTES } from './limits.ts';
import type { Outcome, Reception } from './reception.ts';

export type SmtpDoor = {
  readonly port: number;
  readonly host: string;
  /** Mail to any other address is refused: this is nobody's relay. */
  readonly address: string;
  /** The operator's own certificate for STARTTLS; null for none. */
  readonly certificate: { readonly cert: string; readonly key: string } | null;
};

type Parts = {
  readonly reception: Reception;
  readonly onRefused: (door: 'smtp', outcome: Outcome) => void;
  readonly onFault: (error: unknown) => void;
  readonly patience: Patience;
};

/** How long one mail and one connection may take in all, and how long a client may say nothing. */
export type Patience = { readonly dataMs: number; readonly connectionMs: number; readonly idleMs: number };

/** An SMTP server that takes in mail for one address and answers 250 once the praise is durable. */
export function createSmtpDoor(door: SmtpDoor, { reception, onRefused, onFault, patience }: Parts) {
  const clients = new Map<string, { readonly ip: string; readonly end: NodeJS.Timeout }>();
  const room: Room = { held: 0 };
  const underWay = new Set<Promise<void>>();
  const server = new SMTPServer({
    name: door.address.slice(door.address.lastIndexOf('@') + 1),
    banner: 'Herald',
    size: MAX_MAIL_BYTES,
    disabledCommands: door.certificate ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    ...(door.certificate ?? {}),
    authOptional: true,
    maxClients: MAX_CLIENTS,
    maxCommandLength: MAX_COMMAND_BYTES,
    maxRecipients: 1,
    disableReverseLookup: true,
    socketTimeout: patience.idleMs,
    closeTimeout: LAST_ANSWERS_MS,
    logger: false,
    onConnect(session, done) {
      const ip = session.remoteAddress;
      const others = [...clients.values()].filter((client) => client.ip === ip);
      if (others.length >= MAX_CLIENTS_OF_ONE_ADDRESS) return done(no(421, '4.7.0 Too many connections at once.'));
      clients.set(session.id, { ip, end: setTimeout(() => cutOff(session), patience.connectionMs).unref() });
      done();
    },
    onClose(session) {
      clearTimeout(clients.get(session.id)?.end);
      clients.delete(session.id);
    },
    onRcptTo({ address }, _session, done) {
      const ours = comparable(address) === comparable(door.address);
      done(ours ? null : no(550, '5.7.1 Mail for this address is not taken in here.'));
    },
    onData(stream, session, done) {
      const work = receive(stream, session).then(
        (outcome) => done(...answerOf(outcome)),
        (error) => {
          if (error.code !== 'ECONNECTION') onFault(error);
          done(no(451, '4.3.0 Not stored. Please try again later.'));
        },
      );
      underWay.add(work);
      work.finally(() => underWay.delete(work)).catch(onFault);
    },
  });
  // A client that goes away in the middle is no fault of anybody here.
  server.on('error', (error) => {
    if (!server.server.listening) onFault(error);
  });

  async function receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Outcome> {
    const incoming = createIncoming(reception, room);
    const deadline = setTimeout(() => cutOff(session), patience.dataMs).unref();
    try {
      stream.on('data', (piece: Buffer) => incoming.add(piece));
      await once(stream, 'end');
      clearTimeout(deadline);
      const whole = await incoming.whole();
      const outcome = whole instanceof Uint8Array ? await reception.receive(arrived(whole, session)) : whole;
      if (outcome.outcome !== 'taken') onRefused('smtp', outcome);
      return outcome;
    } finally {
      clearTimeout(deadline);
      incoming.release();
    }
  }

  function cutOff(session: SMTPServerSession): void {
    for (const connection of server.connections) {
      if (connection.session === session) connection.send(421, '4.4.2 Too slow.');
    }
  }

  return {
    /** Bytes of mail that is being received. */
    held: () => room.held,
    /** Resolves to the port that it listens at; rejects, in words for an operator, when that is taken or not allowed. */
    async open(): Promise<number> {
      const listening = server.listen(door.port, door.host);
      await once(listening, 'listening').catch((error) => explain(door, error));
      return (listening.address() as AddressInfo).port;
    },
    async close(): Promise<void> {
      const closed = new Promise<void>((resolve) => server.close(resolve));
      await Promise.all(underWay);
      await closed;
    },
  };
}

async function explain({ host, port }: SmtpDoor, error: unknown): Promise<never> {
  const { cannotListen } = await import('../../src/wording/cannot-listen.ts');
  const settings = { host: 'SMTP_HOST', port: 'SMTP_PORT' };
  throw new Error(cannotListen({ host, port, settings }, error), { cause: error });
}

export const PATIENCE: Patience = { dataMs: DATA_MS, connectionMs: CONNECTION_MS, idleMs: IDLE_MS };
const MAX_COMMAND_BYTES = 4096;
const LAST_ANSWERS_MS = 3000;

function arrived(raw: Uint8Array, session: SMTPServerSession) {
  const mailFrom = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
  return { raw, from: { ip: session.remoteAddress, helo: session.hostNameAppearsAs, mailFrom } };
}

function answerOf(outcome: Outcome): [Error | null, string?] {
  switch (outcome.outcome) {
    case 'taken':
      return [null, '2.6.0 Taken in.'];
    case 'later':
      return [no(outcome.why === 'room' ? 452 : 451, '4.3.0 Not stored. Please try again later.')];
    case 'refused':
      if (outcome.why === 'too-big') return [no(552, `5.3.4 ${outcome.words}`)];
      return [
        no(
          outcome.why === 'unreadable' ? 554 : 550,
          `${outcome.why === 'unreadable' ? '5.6.0' : '5.7.1'} ${outcome.words}`,
        ),
      ];
    default:
      return outcome satisfies never;
  }
}

function no(responseCode: number, words: string): Error {
  return Object.assign(new Error(inAscii(words)), { responseCode });
}

/** Replies are ASCII (RFC 5321, 4.2), and our sentences have curly quotes. */
function inAscii(words: string): string {
  return words
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[^ -~]/g, '?');
}
