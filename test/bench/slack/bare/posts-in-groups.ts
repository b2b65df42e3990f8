// A Bolt bot that stores each story said to it, many with one commit, and posts: an answer to its teller, a word to its
// hero.
import { startBolt } from './bolt.ts';
import { mention, openStore } from './store.ts';

const store = await openStore();
await startBolt((app) =>
  app.message(async ({ message, body, client }) => {
    if (message.subtype !== undefined) return;
    const { hero, words } = mention(message.text);
    await store.tell({ key: body.event_id, teller: message.user, hero, words });
    void client.chat.postMessage({ channel: message.channel, text: `Told: ${words}` });
    void client.chat.postMessage({ channel: hero, text: `Somebody told a story about you: ${words}` });
  }),
);
