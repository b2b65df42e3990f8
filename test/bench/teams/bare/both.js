// A process that imports what Slack and Teams want and does nothing.
import { enableCompileCache } from 'node:module';

enableCompileCache(process.env.NODE_COMPILE_CACHE);
for (const name of ['botbuilder', '@slack/bolt', 'express', 'better-sqlite3', 'zod', 'node-cron']) await import(name);
const { default: express } = await import('express');
process.on('SIGTERM', () => process.exit(0));
const server = express().listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
