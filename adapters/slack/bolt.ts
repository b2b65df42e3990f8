import { App } from '@slack/bolt';
import type { Workspace } from './desk.ts';
import { callOptions, silent } from './web-api.ts';

/** Bolt, told who it is, so that it asks Slack for nothing by itself. */
export function createBolt(
  { botToken, apiUrl }: { readonly botToken: string; readonly apiUrl: string | null },
  { team, botUser, botId }: Workspace,
): App {
  const app = new App({
    authorize: async () => ({ botToken, botUserId: botUser, botId, teamId: team }),
    receiver: { init: () => undefined, start: async () => undefined, stop: async () => undefined },
    clientOptions: callOptions(apiUrl),
    convoStore: false,
    logger: silent,
  });
  // Bolt's own would swallow nothing but log; a fault has to reach whoever answers Slack.
  app.error(async (error) => {
    throw original(error);
  });
  return app;
}

/** Bolt wraps what a listener throws in an error of its own. */
function original(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'original' in error ? error.original : error;
}
