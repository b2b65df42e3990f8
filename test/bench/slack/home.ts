import { join } from 'node:path';
import { copyFilled } from '../filled.ts';
import type { Report } from '../report.ts';
import { shown } from '../report.ts';
import { spreadOf } from '../rounds.ts';
import { enter, type FarEnd, HERALD } from './contestants.ts';
import { openWorkspace, userId } from './workspace.ts';

const STORIES = 100_000;
const LONGEST_MS = 1000;
const OPENINGS = 30;

/** From the event that somebody opened the Home to the page that they see. */
export async function benchHome({
  folder,
  farEnd,
}: {
  readonly folder: string;
  readonly farEnd: FarEnd;
}): Promise<Report> {
  const file = join(folder, 'home.db');
  await copyFilled(STORIES, file, { name: 'slack', found: openWorkspace });
  const herald = await enter('home', HERALD, { folder, apiUrl: farEnd.apiUrl, file });
  const { result } = await herald.turn(async (url) => {
    const took: number[] = [];
    for (let number = 0; number < OPENINGS; number += 1) {
      took.push((await farEnd.ask({ do: 'open-home', url, number, user: userId(number * 31) })).ms);
    }
    return took;
  });
  await herald.end();
  const longest = Math.max(...result);
  return {
    rows: [
      {
        what: `the slowest of ${OPENINGS} openings of App Home with ${STORIES.toLocaleString('en')} stories, ms`,
        measured: longest.toFixed(0),
        target: `≤ ${LONGEST_MS}`,
        met: longest <= LONGEST_MS,
      },
    ],
    notes: [`App Home opens within ${shown(spreadOf(result), 1)} ms.`],
  };
}
