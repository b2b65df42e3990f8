// `npm run test:abuse`: what anybody on the network can try at the doors for mail, with what it came to, how long it took,
// how long people in the chat waited meanwhile, and the memory at its peak.

import { loadavg } from 'node:os';
import { openHouse } from './house.ts';
import { mails } from './mails.ts';
import { sessions } from './sessions.ts';

const house = await openHouse();
const atRest = await house.report();
console.log('| attack | said | ms | slowest kudos meanwhile, ms | event loop still, ms | memory after, MB | |');
console.log('|---|---|---|---|---|---|---|');
let failed = 0;
for (const attack of [...mails, ...sessions]) {
  const { name, said, withinMs = 1000 } = attack;
  const { said: reply, ms } = await house.play(attack);
  const { slowestKudosMs, standstillMs, rssMb } = await house.report();
  const held = said.test(reply) && ms <= withinMs;
  if (!held) failed += 1;
  const figures = [ms, slowestKudosMs, standstillMs, rssMb].map((figure) => figure.toFixed(0));
  console.log(
    `| ${name} | ${reply.replaceAll('\n', ' ').slice(0, 60)} | ${figures.join(' | ')} | ${held ? 'held' : '**failed**'} |`,
  );
}
const { peakMb, faults, forgotten } = await house.report();
console.log(
  `\nMemory: ${atRest.rssMb.toFixed(0)} MB at rest, ${peakMb.toFixed(0)} MB at its peak. Faults: ${faults}. Bytes forgotten: ${forgotten}.`,
);
if (faults > 0 || forgotten > 0) failed += 1;
console.log(`The machine's load: ${loadavg()[0]?.toFixed(1)}, where 0 is idle; with more, times are longer.`);
console.log(`${failed === 0 ? 'All held.' : `${failed} failed.`}`);
await house.close();
process.exitCode = failed === 0 ? 0 : 1;
