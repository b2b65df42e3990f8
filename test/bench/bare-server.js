// The least that a server with Herald's packages can be: their imports, a port, an answer. Plain JavaScript, so that it
// does not even pay for stripping types.
import { enableCompileCache } from 'node:module';

enableCompileCache(process.env.BENCH_CACHE);
const { default: express } = await import('express');
await import('better-sqlite3');
await import('zod');
await import('node-cron');

const app = express();
app.get('/', (_request, response) => response.type('html').send('<!doctype html><title>bare</title>'));
app.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
