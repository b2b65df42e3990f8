import { createSign, generateKeyPairSync } from 'node:crypto';

/** Who signs what Teams sends: an OpenID issuer with one key, endorsed for Teams. */
export function createIssuer() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const strange = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const { n, e } = publicKey.export({ format: 'jwk' });
  return {
    keys: { keys: [{ kty: 'RSA', use: 'sig', kid: 'key-1', n, e, endorsements: ['msteams'] }] },
    /** A token; `forged` is signed with a key of somebody else's, `unsigned` with none. */
    sign(claims: Readonly<Record<string, unknown>>, how: 'rightly' | 'forged' | 'unsigned' = 'rightly'): string {
      const head = encoded(
        how === 'unsigned' ? { alg: 'none', typ: 'JWT' } : { alg: 'RS256', typ: 'JWT', kid: 'key-1' },
      );
      const signed = `${head}.${encoded(claims)}`;
      if (how === 'unsigned') return `${signed}.`;
      const key = how === 'forged' ? strange : privateKey;
      return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
    },
  };
}

function encoded(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
