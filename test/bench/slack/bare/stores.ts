// A Bolt app that stores each story, many with one commit, and acknowledges it. The rows are Herald's own.
import { startBolt } from './bolt.ts';
import { mention, openStore } from './store.ts';

const store = await openStore();
await startBolt((app) =>
  app.command('/kudos', async ({ command, ack }) => {
    const { hero, words } = mention(command.text);
    await store.tell({ key: command.trigger_id, teller: command.user_id, hero, words });
    await ack({ response_type: 'ephemeral', text: `Told: ${words}` });
  }),
);
