import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth';
import type { Resolve } from '../../adapters/email/authenticate.ts';

// DNS for tests, and domains in it that sign their mail with keys of their own.

export type Dns = {
  readonly resolve: Resolve;
  set(name: string, type: string, records: unknown): void;
  fail: boolean;
  /** All that is known, as `type name` and its records. */
  readonly records: ReadonlyMap<string, unknown>;
};

export function createDnsDouble(known: Iterable<readonly [string, unknown]> = []): Dns {
  const records = new Map<string, unknown>(known);
  const dns: Dns = {
    fail: false,
    records,
    set: (name, type, found) => void records.set(`${type} ${name.toLowerCase()}`, found),
    async resolve(name, type) {
      if (dns.fail) throw Object.assign(new Error(`queryTxt ESERVFAIL ${name}`), { code: 'ESERVFAIL' });
      const found = records.get(`${type} ${name.toLowerCase()}`);
      if (found === undefined) throw Object.assign(new Error(`queryTxt ENOTFOUND ${name}`), { code: 'ENOTFOUND' });
      return found;
    },
  };
  return dns;
}

export type SigningDomain = {
  readonly domain: string;
  sign(
    mail: string | Buffer,
    differs?: { readonly maxBodyLength?: number; readonly signingDomain?: string },
  ): Promise<Buffer>;
};

const keyPair = (bits: number) => generateKeyPairSync('rsa', { modulusLength: bits });

const made = new Map<string, ReturnType<typeof keyPair>>();

/** A domain's keys are made once in each process, since that takes as long as a short test. */
function keysOf(domain: string, bits: number) {
  const name = `${domain} ${bits}`;
  const keys = made.get(name) ?? keyPair(bits);
  made.set(name, keys);
  return keys;
}

/** A domain with a DMARC record, whose mail is signed as its provider would. */
export function signingDomain(dns: Dns, domain: string, bits = 2048): SigningDomain {
  const { publicKey, privateKey } = keysOf(domain, bits);
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  dns.set(`_dmarc.${domain}`, 'TXT', [['v=DMARC1; p=reject']]);
  dns.set(`s1._domainkey.${domain}`, 'TXT', [[`v=DKIM1; k=rsa; p=${key}`]]);
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    domain,
    async sign(mail, differs = {}) {
      const raw = Buffer.from(mail);
      const { signatures, errors } = await dkimSign(raw, {
        canonicalization: 'relaxed/relaxed',
        signTime: new Date(),
        signatureData: [{ signingDomain: domain, selector: 's1', privateKey: pem, ...differs }],
      } as Parameters<typeof dkimSign>[1]);
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
      return Buffer.concat([Buffer.from(signatures), raw]);
    },
  };
}
