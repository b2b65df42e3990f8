// A bot that stores each message and posts what Herald posts: an answer to its teller, and a word to its hero in their chat.
import { listen } from './bot.js';

listen(async ({ context, adapter, appId }) => {
  const { activity } = context;
  await context.sendActivity(`Told: ${activity.text}`);
  const hero = activity.entities[0].mentioned.id;
  const chat = {
    channelId: activity.channelId,
    serviceUrl: activity.serviceUrl,
    bot: activity.recipient,
    conversation: { id: `a:chat-${hero.slice(7)}` },
  };
  await adapter.continueConversationAsync(appId, chat, (there) =>
    there.sendActivity(`Somebody told a story about you: ${activity.text}`),
  );
});
