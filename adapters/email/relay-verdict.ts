// What a relay found out, as RFC 8601 has it write that down.

import { comparable, type Field, withoutText } from './header-fields.ts';
import { unproven, type Verdict } from './verdict.ts';

/**
 * Only the topmost Authentication-Results counts: each relay writes above what came in, so anything below may be the
 * sender's own. It has to be the trusted relay's, and to speak of the sender's very domain.
 */
export function relayVerdict(fields: readonly Field[], authserv: string, sender: string): Verdict {
  const topmost = fields.find(({ name }) => name === 'authentication-results');
  if (topmost === undefined) return unproven('relay');
  const [server = '', ...results] = withoutText(topmost.value).split(';');
  if (server.trim().split(/\s+/)[0]?.toLowerCase() !== authserv.toLowerCase()) return unproven('relay');
  const found = results.filter((result) => /^\s*dmarc\s*=/i.test(result));
  const [result] = found;
  if (result === undefined || found.length > 1) return unproven('relay');
  switch (/=\s*([a-z]+)/i.exec(result)?.[1]?.toLowerCase()) {
    case 'pass':
      return isAbout(result, sender) ? { verdict: 'proven' } : unproven('relay');
    case 'temperror':
      return { verdict: 'later' };
    default:
      return unproven('relay');
  }
}

function isAbout(result: string, sender: string): boolean {
  const domain = /\sheader\.from\s*=\s*(\S+)/i.exec(result)?.[1];
  return (
    domain !== undefined &&
    comparable(`x@${domain.replace(/^.*@/, '')}`).slice(1) === sender.slice(sender.lastIndexOf('@'))
  );
}
