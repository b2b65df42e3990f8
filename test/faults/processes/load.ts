// Takes commands as fast as they come, 16 at a time, and says what it acknowledged; is killed by its parent.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createClock } from '../../../src/clock.ts';
import type { Command } from '../../../src/commands.ts';
import { createDeliveries } from '../../../src/deliveries.ts';
import { createLog } from '../../../src/log.ts';
import type { Ledger } from '../../../src/ports.ts';
import { foundCompany } from '../../fakes/company.ts';
import { openCore } from '../../fakes/open-core.ts';
import { createRecordingAdapter } from '../../fakes/recording-adapter.ts';
import { createChance } from '../chance.ts';
import { createInventor, PEOPLE } from './invent.ts';
import type { LoadLine, LoadOrder } from './load-lines.ts';
import { order, say } from './say.ts';

const AT_ONCE = 16;
/** How finely the event loop's stalls are measured. */
const RESOLUTION_MS = 5;

const { file, seed, name, again, commands, pauseMs = 0, what } = order<LoadOrder>();
/** Who measures this process must not be kept busy by it: then it would wait for its listener. */
const brief = pauseMs > 0;
const chance = createChance(seed);
const tell = (line: LoadLine) => say(line);

const { core, ledger, close } = await openCore(file);
await foundCompany(core, { at: '2026-11-16T08:00:00.000Z', people: PEOPLE });
const revisions = new Map<string, number>();
const adapter = createRecordingAdapter({
  async meet({ id, uncertain, standing }) {
    await new Promise((resolve) => setTimeout(resolve, chance.whole(4)));
    if (!brief) tell({ shown: id, revision: revisions.get(id) ?? 0, posted: standing === null, uncertain });
  },
});
const { outbox } = ledger;
async function claim(now: string, limit: number) {
  const claimed = await outbox.claim(now, limit);
  for (const { id, revision } of claimed) revisions.set(id, revision);
  return claimed;
}
// The outbox is loaded with what is first asked of it, and has nothing to copy before.
const watched: Ledger = {
  ...ledger,
  outbox: new Proxy(outbox, { get: (there, name) => (name === 'claim' ? claim : Reflect.get(there, name)) }),
};
const deliveries = createDeliveries({
  ledger: watched,
  clock: createClock(),
  log: createLog('silent'),
  adapterOf: async () => adapter,
  publicUrl: null,
});
await deliveries.start();

await inTurns([...again], async (command) => tell({ again: command.key, reply: await core.handle(command) }));
tell({ ready: true });

let stalls = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
stalls.enable();
let stopping = false;
process.stdin.on('data', (text) => {
  const asked = String(text).trim();
  if (asked.includes('measure')) {
    stalls.disable();
    tell({ longestStallMs: stalls.max / 1e6 });
    stalls = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
    stalls.enable();
  }
  if (asked.includes('stop')) stopping = true;
});
process.stdin.on('end', () => {
  stopping = true;
});

const { next, hear } = createInventor({ chance, name, what });
let left = commands;
await inTurns({ length: AT_ONCE, shift: () => (left-- > 0 && !stopping ? next() : undefined) }, async (command) => {
  if (!brief) tell({ sent: command });
  try {
    const reply = await core.handle(command);
    tell({ acknowledged: command.key, reply });
    hear(reply);
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  } catch {
    tell({ refusedToStore: command.key });
  }
});
while ((await outbox.waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
await deliveries.stop();
await close();
tell({ allDone: true });
process.stdin.destroy();

/** Does this for each, 16 at a time. */
async function inTurns(
  queue: { readonly length: number; shift(): Command | undefined },
  handle: (command: Command) => Promise<void>,
): Promise<void> {
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let command = queue.shift(); command !== undefined; command = queue.shift()) await handle(command);
    }),
  );
}
