// A small app for the double's own tests: real Bolt, over HTTP or over Socket Mode.

import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { Door } from './door.ts';
import type { Manifest } from './manifest.ts';
import { type Slack, startSlack } from './slack.ts';

export const sampleManifest = {
  display_information: { name: 'Bell' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    bot_user: { display_name: 'Bell' },
    shortcuts: [
      { name: 'Ring', callback_id: 'ring', type: 'global' },
      { name: 'Ring about this', callback_id: 'ring_about', type: 'message' },
    ],
    slash_commands: [{ command: '/ring', should_escape: true }, { command: '/plain' }],
  },
  oauth_config: {
    scopes: {
      bot: [
        'app_mentions:read',
        'channels:history',
        'channels:read',
        'chat:write',
        'commands',
        'im:history',
        'im:write',
        'reactions:read',
        'users:read',
      ],
      bot_optional: ['channels:history', 'reactions:read'],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: ['app_home_opened', 'app_mention', 'message.channels', 'message.im', 'reaction_added'],
    },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
} as const satisfies Manifest;

const nothing = () => undefined;

/** For tests in which the SDK is expected to meet with trouble. */
export const quiet: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};

/** A workspace with two people, a channel that the app is in, and one that it is not in. */
export async function startSampleSlack(manifest: Manifest = sampleManifest, pace = 1, door?: Door): Promise<Slack> {
  const slack = await startSlack({ manifest, pace, ...(door === undefined ? {} : { door }) });
  slack.workspace.addUser({ id: 'U1', name: 'ana', realName: 'Ana' });
  slack.workspace.addUser({ id: 'U2', name: 'ben', realName: 'Ben' });
  slack.workspace.addChannel({ id: 'C1', name: 'general', members: ['U1', 'U2', 'U0000BOT'] });
  slack.workspace.addChannel({ id: 'C2', name: 'random', members: ['U1', 'U2'] });
  return slack;
}

export type Running = { readonly app: App; readonly url: string; stop(): Promise<void> };

export async function startOverHttp(slack: Slack, teach: (app: App) => void, logger?: Logger): Promise<Running> {
  const logging = logger === undefined ? { logLevel: LogLevel.ERROR } : { logger };
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, ...logging });
  const app = new App({ receiver, ...common(slack), ...logging });
  teach(app);
  const server = await receiver.start(0);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  slack.sendsTo(url);
  return {
    app,
    url,
    async stop() {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await receiver.stop();
    },
  };
}

export async function startOverSockets(slack: Slack, teach: (app: App) => void): Promise<Running> {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  });
  const app = new App({ receiver, ...common(slack) });
  teach(app);
  await app.start();
  return { app, url: '', stop: async () => void (await receiver.stop()) };
}

const common = (slack: Slack) => ({
  token: slack.botToken,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: slack.apiUrl },
});
