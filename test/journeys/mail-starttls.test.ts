import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { greetSmtp, type SmtpClient } from '../fakes/smtp-client.ts';
import { certificate, key } from '../samples/certificate.ts';
import { openMailHouse } from './mail-house.ts';

async function openSafeHouse(cert = certificate) {
  const folder = mkdtempSync(join(tmpdir(), 'herald-tls-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  writeFileSync(files.cert, cert);
  writeFileSync(files.key, key);
  return openMailHouse({ smtp: { port: 0, host: '127.0.0.1', certificate: files } });
}

async function secured({ socket }: SmtpClient): Promise<TLSSocket> {
  socket.removeAllListeners('data');
  const safe = connect({ socket, ca: certificate, servername: 'herald.example' });
  await once(safe, 'secureConnect');
  return safe;
}

async function ask(safe: TLSSocket, line: string): Promise<string> {
  const heard = once(safe, 'data') as Promise<[Buffer]>;
  safe.write(`${line}\r\n`);
  return (await heard)[0].toString();
}

test('with a certificate of the operator’s, mail comes over TLS, and nothing else does', async () => {
  const house = await openSafeHouse();
  const client = await greetSmtp(house.port());
  expect(await client.say('EHLO mail.example.com')).toContain('STARTTLS');
  // A command slipped in before the handshake is forgotten, so that nobody speaks in another's name.
  client.write('STARTTLS\r\nMAIL FROM:<p1@example.com>\r\n');
  expect(await client.reply()).toMatch(/^220 /);
  const safe = await secured(client);
  expect(safe.getPeerCertificate().subject.CN).toBe('herald.example');
  expect(await ask(safe, 'EHLO mail.example.com')).not.toContain('STARTTLS');
  expect(await ask(safe, 'RCPT TO:<praise@herald.example>')).toMatch(/^503 /);
  client.close();
});

test('without one STARTTLS is neither offered nor taken', async () => {
  const house = await openMailHouse();
  const client = await greetSmtp(house.port());
  expect(await client.say('EHLO mail.example.com')).not.toContain('STARTTLS');
  expect(await client.say('STARTTLS')).toMatch(/^5/);
  client.close();
});

test('with a file that is no certificate nothing opens, and the settings to look at are named', async () => {
  await expect(openSafeHouse('no PEM')).rejects.toThrow(/^SMTP_TLS_CERT and SMTP_TLS_KEY cannot be used \(ERR_OSSL/);
});
