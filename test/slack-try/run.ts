// `npm run slack:try`: Herald in a made-up Slack on this machine, to click through with a browser.

import { openTrial } from './trial.ts';

const trial = await openTrial({ page: Number(process.env.PORT ?? 3100), herald: 0 });
console.log(`Open ${trial.address} to be anybody in the workspace. Ctrl+C ends it and forgets everything.`);
console.log(`Herald takes its requests at ${trial.heraldAddress}, from a Slack double at ${trial.slack.apiUrl}`);

let closing = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    void trial.close().then(() => process.exit(0));
  });
}
