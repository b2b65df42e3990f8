import type { Reading } from './ports.ts';
import { tidyName } from './recognition/words.ts';

/** With the place as the company spells it, when it is one of its touchpoints. */
export async function placed<Placed extends { readonly touchpoint: string | null }>(
  read: Reading,
  organization: string,
  command: Placed,
): Promise<Placed> {
  const typed = tidyName(command.touchpoint);
  const touchpoint = typed === null ? null : await read.touchpointNamed(organization, typed);
  return touchpoint === null ? command : { ...command, touchpoint: touchpoint.name };
}
