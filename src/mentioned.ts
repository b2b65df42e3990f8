import type { Identity } from './commands.ts';
import type { Reading } from './ports.ts';
import type { Mentioned } from './recognition/story-heroes.ts';

/** Those whom a story names, as far as they are known. */
export async function mentioned(read: Reading, identities: readonly Identity[]): Promise<readonly Mentioned[]> {
  const found: Mentioned[] = [];
  for (const identity of identities) found.push({ identity, person: await read.person(identity) });
  return found;
}
