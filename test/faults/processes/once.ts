// Handles some commands. Told to die, it does so in the worst moment of the last: committed, and not acknowledged.

import { foundCompany } from '../../fakes/company.ts';
import { openCore } from '../../fakes/open-core.ts';
import { PEOPLE } from './invent.ts';
import type { OnceLine, OnceOrder } from './once-lines.ts';
import { order, say } from './say.ts';

const { file, commands, dies } = order<OnceOrder>();
const { core, close } = await openCore(file);
await foundCompany(core, { at: '2026-11-16T08:00:00.000Z', people: PEOPLE });
for (const [index, command] of commands.entries()) {
  const reply = await core.handle(command);
  if (dies && index === commands.length - 1) process.kill(process.pid, 'SIGKILL');
  say({ acknowledged: command.key, reply } satisfies OnceLine);
}
await close();
process.stdin.destroy();
