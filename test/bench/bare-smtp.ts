// A mail server with nothing around it: verifies with mailauth and commits one row for each mail.

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Sqlite from 'better-sqlite3';
import { authenticate } from 'mailauth';
import { SMTPServer } from 'smtp-server';
import { createDnsDouble } from '../fakes/dns.ts';

type Given = { readonly file: string; readonly records: [string, unknown][] };

const [{ file, records }] = (await once(process, 'message')) as [Given];
const dns = createDnsDouble(records);
const database = new Sqlite(file);
// As durable as Herald's, and as thorough with what is deleted.
const settings = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'secure_delete = ON'];
for (const setting of settings) database.pragma(setting);
database.exec('CREATE TABLE mails (id INTEGER PRIMARY KEY, raw TEXT NOT NULL) STRICT');
const add = database.prepare('INSERT INTO mails (raw) VALUES (?)');

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  authOptional: true,
  maxAllowedUnauthenticatedCommands: false,
  disableReverseLookup: true,
  logger: false,
  onData(stream, session, done) {
    const pieces: Buffer[] = [];
    stream.on('data', (piece: Buffer) => pieces.push(piece));
    stream.on('end', () => {
      const raw = Buffer.concat(pieces);
      take(raw, session.remoteAddress, session.hostNameAppearsAs).then(
        () => done(),
        (error) => done(error),
      );
    });
  },
});

async function take(raw: Buffer, ip: string, helo: string): Promise<void> {
  const sender = 'p1@example.com';
  const options = { ip, helo, sender, resolver: dns.resolve as never, disableArc: true, disableBimi: true };
  const { dmarc } = await authenticate(raw, options);
  if ((dmarc || null)?.status.result !== 'pass') throw new Error('Not proven.');
  add.run(raw.toString());
}

const listening = server.listen(0, '127.0.0.1');
await once(listening, 'listening');
process.once('disconnect', () => process.exit(0));
process.send?.({ smtp: (listening.address() as AddressInfo).port });
