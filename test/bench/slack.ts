import { inFreshFolder } from './company.ts';
import type { Report } from './report.ts';
import { benchAcknowledgement, benchKudosOverHttp } from './slack/acknowledgements.ts';
import { type FarEnd, startFarEnd } from './slack/contestants.ts';
import { benchEvents } from './slack/events.ts';
import { benchFootprint } from './slack/footprint.ts';
import { benchHome } from './slack/home.ts';
import { benchRateLimit } from './slack/rate-limit.ts';

type Wish = { readonly quick: boolean };

/** Herald in Slack, over HTTP, against bare Bolt apps; the far end is a process of its own. */
export const slackBenches = {
  'slack-kudos': withFarEnd(benchKudosOverHttp),
  'slack-acks': withFarEnd(benchAcknowledgement),
  'slack-events': withFarEnd(benchEvents),
  'slack-limit': withFarEnd(benchRateLimit),
  'slack-home': withFarEnd(benchHome),
  'slack-start': withFarEnd(benchFootprint),
} as const;

function withFarEnd(bench: (parts: Wish & { readonly folder: string; readonly farEnd: FarEnd }) => Promise<Report>) {
  return (wish: Wish): Promise<Report> =>
    inFreshFolder(async (folder) => {
      const farEnd = await startFarEnd();
      try {
        return await bench({ ...wish, folder, farEnd });
      } finally {
        farEnd.end();
      }
    });
}
