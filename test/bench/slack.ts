import { inFreshFolder } from './company.ts';
import type { Report } from './report.ts';
import { benchAcknowledgement, benchKudosOverHttp } from './slack/acknowledgements.ts';
import { startFarEnd } from './slack/contestants.ts';
import { benchEvents } from './slack/events.ts';

const BENCHES = { kudos: benchKudosOverHttp, acks: benchAcknowledgement, events: benchEvents } as const;

/** Herald in Slack, over HTTP, against bare Bolt apps; the far end is a process of its own. */
export async function benchSlack({ quick }: { readonly quick: boolean }): Promise<Report> {
  return inFreshFolder(async (folder) => {
    const farEnd = await startFarEnd();
    const chosen = process.env.BENCH_SLACK?.split(',');
    try {
      const reports: Report[] = [];
      for (const [name, bench] of Object.entries(BENCHES))
        if (!chosen || chosen.includes(name)) reports.push(await bench({ folder, farEnd, quick }));
      return { rows: reports.flatMap(({ rows }) => rows), notes: reports.flatMap(({ notes }) => notes) };
    } finally {
      farEnd.end();
    }
  });
}
