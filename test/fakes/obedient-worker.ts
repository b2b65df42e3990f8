import { workerData } from 'node:worker_threads';
import { serve, serveInTurn } from '../../adapters/email/on-thread.ts';

// Does on its thread whatever it is told, sensible or not; one after another where only the first can be to blame.
const begin = workerData === 'the-first' ? serveInTurn : serve;

begin(async (job: string, ask) => {
  switch (job) {
    case 'answer':
      return 'here';
    case 'ask':
      return ask('the time');
    case 'fail':
      throw new Error('No.');
    case 'spin':
      for (;;);
    case 'backtrack':
      return /^(a+)+$/.test(`${'a'.repeat(40)}b`);
    case 'hoard': {
      const hoard: number[][] = [];
      for (;;) hoard.push(Array.from({ length: 100_000 }, (_, index) => index + Math.random()));
    }
    default:
      return null;
  }
});
