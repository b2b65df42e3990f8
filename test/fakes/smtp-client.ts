import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Somebody at the other end of an SMTP connection, polite or not. */
export type SmtpClient = {
  readonly socket: Socket;
  /** The next whole reply, as `250 OK`; the lines of a longer one with newlines between. `closed` when there is none. */
  reply(): Promise<string>;
  write(bytes: string | Buffer): void;
  /** Sends a line and resolves to the reply. */
  say(line: string): Promise<string>;
  /** Sends a whole mail and resolves to the first reply that refuses it, or to the last. */
  send(mail: Envelope): Promise<string>;
  close(): void;
};

export type Envelope = { readonly from?: string; readonly to?: string; readonly raw: Buffer };

export async function connectSmtp(port: number, host = '127.0.0.1'): Promise<SmtpClient> {
  const socket = connect(port, host);
  let received = '';
  let closed = false;
  let heard = Promise.withResolvers<void>();
  const wake = () => {
    heard.resolve();
    heard = Promise.withResolvers();
  };
  socket.on('data', (bytes: Buffer) => {
    received += bytes.toString('latin1');
    wake();
  });
  socket.on('close', () => {
    closed = true;
    wake();
  });
  socket.on('error', () => undefined);
  await Promise.race([once(socket, 'connect'), once(socket, 'close')]);

  async function reply(): Promise<string> {
    for (;;) {
      const [whole] = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/.exec(received) ?? [];
      if (whole !== undefined) {
        received = received.slice(whole.length);
        return whole.trimEnd().replaceAll('\r\n', '\n');
      }
      if (closed) return 'closed';
      await heard.promise;
    }
  }

  const client: SmtpClient = {
    socket,
    reply,
    write: (bytes) => void socket.write(bytes),
    say(line) {
      socket.write(`${line}\r\n`);
      return reply();
    },
    async send({ from = 'mia@example.com', to = 'praise@herald.example', raw }) {
      for (const line of [`MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA']) {
        const answer = await client.say(line);
        if (!/^[23]/.test(answer)) return answer;
      }
      socket.write(stuffed(raw));
      return reply();
    },
    close: () => socket.destroy(),
  };
  return client;
}

/** Greets, and has the greetings returned. */
export async function greetSmtp(port: number): Promise<SmtpClient> {
  const client = await connectSmtp(port);
  await client.reply();
  await client.say('EHLO mail.example.com');
  return client;
}

/** With dots doubled at the beginning of lines, and the end mark. */
function stuffed(raw: Buffer): Buffer {
  const text = raw.toString('latin1').replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..');
  return Buffer.from(`${text.endsWith('\r\n') ? text : `${text}\r\n`}.\r\n`, 'latin1');
}
