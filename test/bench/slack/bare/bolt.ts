import { enableCompileCache } from 'node:module';
import type { AddressInfo } from 'node:net';
import { App, LogLevel } from '@slack/bolt';

/** Bolt as its documentation starts it, over HTTP; says where it listens. */
export async function startBolt(teach: (app: App) => void): Promise<void> {
  enableCompileCache(process.env.NODE_COMPILE_CACHE);
  const app = new App({
    token: String(process.env.SLACK_BOT_TOKEN),
    signingSecret: String(process.env.SLACK_SIGNING_SECRET),
    clientOptions: { slackApiUrl: String(process.env.SLACK_API_URL) },
    processBeforeResponse: true,
    logLevel: LogLevel.ERROR,
  });
  teach(app);
  const server = await app.start(Number(process.env.PORT));
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}
