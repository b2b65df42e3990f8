// The least that a bot with Herald's packages can be: a CloudAdapter that commits one row for each message. Plain
// JavaScript, so that it does not even pay for stripping types.
import { enableCompileCache } from 'node:module';

enableCompileCache(process.env.NODE_COMPILE_CACHE);
const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = await import('botbuilder');
const { default: express } = await import('express');
const { default: Database } = await import('better-sqlite3');

const database = new Database(process.env.BENCH_FILE);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('CREATE TABLE stories (id TEXT PRIMARY KEY, teller TEXT NOT NULL, words TEXT NOT NULL) STRICT');
const tell = database.prepare('INSERT INTO stories (id, teller, words) VALUES (?, ?, ?)');
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const app = express();
app.use(express.json());
app.post('/api/messages', (request, response) =>
  adapter.process(request, response, async ({ activity }) => {
    if (activity.type === 'message') tell.run(activity.id, activity.from.id, activity.text);
  }),
);
process.on('SIGTERM', () => process.exit(0));
const server = app.listen(Number(process.env.PORT), '127.0.0.1', () =>
  console.log(`http://127.0.0.1:${server.address().port}/`),
);
