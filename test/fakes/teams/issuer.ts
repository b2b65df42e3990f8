import { createSign, generateKeyPairSync } from 'node:crypto';

const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

let made: Readonly<Record<'own' | 'strange', ReturnType<typeof keyPair>>> | null = null;

/** Made once for all issuers: finding the primes takes longer than most tests. */
function keysOfThisProcess() {
  made ??= { own: keyPair(), strange: keyPair() };
  return made;
}

/** Who signs what Teams sends: an OpenID issuer with one key, endorsed for Teams. */
export function createIssuer() {
  const { own, strange } = keysOfThisProcess();
  const { n, e } = own.publicKey.export({ format: 'jwk' });
  return {
    keys: { keys: [{ kty: 'RSA', use: 'sig', kid: 'key-1', n, e, endorsements: ['msteams'] }] },
    /** A token; `forged` is signed with a key of somebody else's, `unsigned` with none. */
    sign(claims: Readonly<Record<string, unknown>>, how: 'rightly' | 'forged' | 'unsigned' = 'rightly'): string {
      const head = encoded(
        how === 'unsigned' ? { alg: 'none', typ: 'JWT' } : { alg: 'RS256', typ: 'JWT', kid: 'key-1' },
      );
      const signed = `${head}.${encoded(claims)}`;
      if (how === 'unsigned') return `${signed}.`;
      const { privateKey } = how === 'forged' ? strange : own;
      return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
    },
  };
}

function encoded(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
