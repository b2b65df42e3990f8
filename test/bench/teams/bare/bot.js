// The least that a bot with Herald's packages can be: a CloudAdapter that checks who speaks, as Herald does, and commits one
// row for each message. Plain JavaScript, so that it does not even pay for stripping types.
import { enableCompileCache } from 'node:module';

enableCompileCache(process.env.NODE_COMPILE_CACHE);
const { CloudAdapter } = await import('botbuilder');
const { BotFrameworkAuthenticationFactory } = await import('botframework-connector');
const { default: express } = await import('express');
const { default: Database } = await import('better-sqlite3');

const { BENCH_FILE, BENCH_REGISTRATION, PORT } = process.env;
const { appId, cloud } = JSON.parse(BENCH_REGISTRATION);

/** Begins to listen; `then` does what a bot does besides storing. */
export function listen(then = async () => undefined) {
  const database = new Database(BENCH_FILE);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE stories (id TEXT PRIMARY KEY, teller TEXT NOT NULL, words TEXT NOT NULL) STRICT');
  const tell = database.prepare('INSERT INTO stories (id, teller, words) VALUES (?, ?, ?)');
  const adapter = new CloudAdapter(authentication());
  const app = express();
  app.use(express.json());
  app.post('/api/messages', (request, response) =>
    adapter.process(request, response, async (context) => {
      const { activity } = context;
      if (activity.type !== 'message') return;
      tell.run(activity.id, activity.from.id, activity.text);
      await then({ context, adapter, appId });
    }),
  );
  process.on('SIGTERM', () => process.exit(0));
  const server = app.listen(Number(PORT), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
}

/** As the SDK makes it, with a token for Teams that is at hand already. */
function authentication() {
  const signed = async (request) => {
    request.headers.set('authorization', 'Bearer a-token');
    return request;
  };
  return BotFrameworkAuthenticationFactory.create(
    '',
    true,
    cloud.login,
    cloud.scope,
    cloud.issuer,
    '',
    cloud.keys,
    '',
    '',
    {
      isValidAppId: async (id) => id === appId,
      isAuthenticationDisabled: async () => false,
      createCredentials: async () => ({ signRequest: signed }),
    },
    { requiredEndorsements: [] },
  );
}
