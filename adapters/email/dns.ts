import { Resolver } from 'node:dns/promises';
import type { Resolve } from './authenticate.ts';

/** The machine's own DNS; it gives up on one question after about 4 s. */
export function createDns(): Resolve {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  return (name, type) => resolver.resolve(name, type);
}
