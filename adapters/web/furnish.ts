import { createHash } from 'node:crypto';
import type { DigestSchedule } from '../../src/commands.ts';
import type { Clock, Core } from '../../src/ports.ts';
import { CHANNEL, CONNECTION, colleagues, organization } from './sample.ts';

/** Makes the sample company and its colleagues known. Who is known already stays as they are. */
export async function furnish(core: Core, clock: Clock, schedule: DigestSchedule): Promise<void> {
  const at = clock.now();
  const connection = { id: CONNECTION, platform: 'web', digestChannel: CHANNEL } as const;
  const opening = { organization, connection, schedule };
  await core.handle({ type: 'open-connection', key: keyOf('open', opening), at, ...opening });
  const people = colleagues.map(({ does: _does, ...person }) => person);
  await core.handle({ type: 'meet-people', key: keyOf('meet', people), at, connection: CONNECTION, people });
}

function keyOf(what: string, said: unknown): string {
  return `web:${what}:${createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16)}`;
}
