// A Bolt app that only acknowledges.
import { startBolt } from './bolt.ts';

await startBolt((app) => app.command('/kudos', async ({ ack }) => ack()));
