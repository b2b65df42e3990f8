import type { Refusal } from '../views.ts';
import type { Person } from './organization.ts';

/** Why mail from this address is not taken in. `@example.com` lists that domain, not what is below it. */
export function mayNotForward(list: readonly string[], address: string, person: Person | null): Refusal | null {
  const email = inDns(address.toLowerCase());
  const listed = list.some((one) => inDns(one) === email || inDns(one) === email.slice(email.lastIndexOf('@')));
  if (!listed || person?.kind === 'bot') return { type: 'refusal', reason: 'not-a-forwarder' };
  return person?.active === false ? { type: 'refusal', reason: 'person-deactivated', name: person.name } : null;
}

/** An address with its domain as DNS writes it: `@bücher.example` and `@xn--bcher-kva.example` are the same. */
function inDns(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  const written = URL.parse(`http://${address.slice(at)}`)?.hostname;
  return written ? address.slice(0, at) + written : address;
}
