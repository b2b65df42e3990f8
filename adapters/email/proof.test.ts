import { expect, test } from 'vitest';
import { createDnsDouble, signingDomain } from '../../test/fakes/dns.ts';
import { passes, proofOf } from './proof.ts';

const MAIL = 'From: Mia <mia@example.com>\r\nSubject: Fwd: Thank you\r\n\r\nHave a look.\r\n';
const client = { ip: '192.0.2.1', helo: 'mail.example.com', mailFrom: 'mia@example.com' };

function begin() {
  const dns = createDnsDouble();
  const domain = signingDomain(dns, 'example.com', 1024);
  const asked: string[] = [];
  const proven = async (mail: Buffer, from: typeof client | null = client) => {
    const { dmarc } = await proofOf(mail, from, (name, type) => {
      asked.push(name);
      return dns.resolve(name, type) as Promise<string[][]>;
    });
    return passes(dmarc);
  };
  return { dns, domain, asked, proven };
}

test('where its signature settles it, nobody asks who may send for the domain', async () => {
  const { dns, domain, asked, proven } = begin();
  dns.set('example.com', 'TXT', [['v=spf1 -all']]);
  expect(await proven(await domain.sign(MAIL))).toBe(true);
  expect(asked).toContain('s1._domainkey.example.com');
  expect(asked).not.toContain('example.com');
});

test('a signature that broke on the way leaves it to where the mail came from', async () => {
  const { dns, domain, proven } = begin();
  const broken = Buffer.from((await domain.sign(MAIL)).toString().replace('a look', 'another look'));
  expect(await proven(broken)).toBe(false);
  dns.set('example.com', 'TXT', [['v=spf1 ip4:192.0.2.1 -all']]);
  expect(await proven(broken)).toBe(true);
  expect(await proven(broken, { ...client, ip: '192.0.2.9' })).toBe(false);
  expect(await proven(broken, { ...client, mailFrom: 'bob@evil.example' })).toBe(false);
  expect(await proven(broken, null)).toBe(false);
});
