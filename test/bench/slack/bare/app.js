// The least that an app with Herald's packages can be: their imports, Bolt, a door. Plain JavaScript, so that it does not
// even pay for stripping types.
import { enableCompileCache } from 'node:module';

enableCompileCache(process.env.NODE_COMPILE_CACHE);
const { default: bolt } = await import('@slack/bolt');
for (const name of (process.env.BENCH_IMPORTS ?? 'express,better-sqlite3,zod,node-cron').split(','))
  if (name) await import(name);
const app = new bolt.App({
  token: process.env.SLACK_BOT_TOKEN,
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
  logLevel: bolt.LogLevel.ERROR,
});
process.on('SIGTERM', () => process.exit(0));
const server = await app.start(Number(process.env.PORT));
console.log(`http://127.0.0.1:${server.address().port}`);
