import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createDnsDouble } from '../../test/fakes/dns.ts';
import { openImapServer } from '../../test/fakes/imap/server.ts';
import { certificate, key } from '../../test/samples/certificate.ts';
import { checkEmail } from './doctor.ts';

const folder = mkdtempSync(join(tmpdir(), 'herald-doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const files = { cert: file('cert.pem', certificate), key: file('key.pem', key) };
const closed = { address: null, forwarders: [], trustedAuthserv: null, smtp: null, imap: null, webhookSecret: null };
const now = new Date('2026-11-22T00:00:00Z');
const dns = createDnsDouble();
dns.set('example.com', 'MX', [
  { exchange: 'second.example.com', priority: 20 },
  { exchange: 'mx.example.com', priority: 10 },
]);
dns.set('_dmarc.example.com', 'TXT', [['v=DMARC1; ', 'p=none']]);
const check = (settings: Partial<Parameters<typeof checkEmail>[0]>, forwarders = ['@example.com'], at = now) =>
  checkEmail({ ...closed, ...settings }, forwarders, at, dns.resolve);
const smtp = (differs: Partial<typeof files> = {}) => ({
  address: 'praise@example.com',
  smtp: { port: 25, host: '::', certificate: { ...files, ...differs } },
});

test('a mail server with a good certificate, an MX record and forwarders who can prove themselves wants nothing', async () => {
  const findings = await check(smtp());
  expect(findings.map(({ line }) => line)).toEqual([
    expect.stringMatching(/^SMTP {8}listens at :: port 25, with STARTTLS; its certificate is good until 2126-/),
    'MX          mail for praise@example.com goes to mx.example.com; that is Herald, or a relay that passes it on',
    'Forwarders  @example.com',
  ]);
  expect(findings.every(({ ok }) => ok)).toBe(true);
});

test.each([
  ['a certificate that ended', smtp(), ['@example.com'], new Date('2200-01-01'), /SMTP_TLS_CERT ended on 2126/],
  ['no such file', smtp({ cert: join(folder, 'none.pem') }), ['@example.com'], now, /cannot be read as PEM \(ENOENT\)/],
  [
    'files the other way round',
    smtp({ cert: files.key, key: files.cert }),
    ['@example.com'],
    now,
    /cannot be read as PEM/,
  ],
  [
    'no MX record',
    { ...smtp(), address: 'praise@nowhere.example' },
    ['@example.com'],
    now,
    /names no server .*ENOTFOUND/,
  ],
  ['no forwarders', {}, [], now, /nobody is listed, so all mail is refused/],
  [
    'a secret that can be guessed',
    { webhookSecret: 'letmein' },
    ['@example.com'],
    now,
    /^Webhook .* 16 characters or more/,
  ],
  ['a domain without DMARC', {}, ['mia@house.example'], now, /house\.example has no DMARC record/],
])('%s is said, with what to do', async (_, settings, forwarders, at, said) => {
  const wanting = (await check(settings, forwarders, at)).filter(({ ok }) => !ok);
  expect(wanting.map(({ line }) => line)).toEqual([expect.stringMatching(said)]);
});

test('a mailbox is tried: it changes nothing, and says when it is not let in', async () => {
  const server = await openImapServer();
  const { port, user, password } = server;
  const imap = { host: '127.0.0.1', port, secure: false, user, password, folder: 'INBOX' };
  expect((await check({ imap }))[0]).toMatchObject({ line: expect.stringContaining('lets Herald in'), ok: true });
  expect(server.said.filter((line) => /CREATE|STORE|MOVE|^BAD/.test(line))).toEqual([]);
  const [refused] = await check({ imap: { ...imap, password: 'wrong-password' } });
  expect(refused).toMatchObject({ line: expect.stringContaining('name or password refused'), ok: false });
  expect(refused?.line).not.toContain('wrong-password');
  await server.close();
  expect((await check({ imap }))[0]).toMatchObject({ line: expect.stringContaining('ECONNREFUSED'), ok: false });
});

test('behind a trusted relay forwarders need no record of their own', async () => {
  const findings = await check({ trustedAuthserv: 'mx.example.com' }, ['mia@house.example']);
  expect(findings.map(({ ok }) => ok)).toEqual([true, true]);
});

test('the stored list wins over the one that is set; where they differ, that is said', async () => {
  const line = async (set: readonly string[]) =>
    (await check({ forwarders: set }, ['@example.com'])).find((one) => one.line.startsWith('Forwarders'))?.line;
  expect(await line(['mia@example.com'])).toMatch(
    /^Forwarders +@example\.com \(as stored; EMAIL_FORWARDERS only seeds/,
  );
  expect(await line(['@Example.com'])).toBe('Forwarders  @example.com');
  expect((await check({ forwarders: ['@example.com'] }, [])).map((one) => one.line)).toContain(
    'Forwarders  @example.com',
  );
});
