import type { Platform } from '../commands.ts';
import { type Config, servesSandbox } from '../config.ts';
import type { ConnectionFacts } from '../recognition/organization.ts';
import type { SlackSettings } from '../slack-settings.ts';

/** What whoever starts Herald reads: where people find it now, and which chat's digest has no channel to go to. */
export function welcomeLines(
  config: Config,
  address: string,
  chats: readonly Pick<ConnectionFacts, 'platform' | 'digestChannel'>[],
): readonly string[] {
  if (servesSandbox(config)) return [`Herald's sandbox is open at ${address}`];
  const lacks = (chat: Platform) => chats.some((one) => one.platform === chat && one.digestChannel === null);
  return [
    ...(config.slack ? [welcomeToSlack(config.slack, address)] : []),
    ...(config.slack && lacks('slack') ? [`${NO_CHANNEL} /kudos settings in Slack.`] : []),
    ...(config.teams
      ? [`Herald is in Teams and takes its messages at ${address}api/messages. Type help to it there.`]
      : []),
    ...(config.teams && lacks('teams') ? [`${NO_CHANNEL} settings, typed to Herald in Teams.`] : []),
  ];
}

const NO_CHANNEL = 'The digest has no channel there yet. An admin chooses one with';

function welcomeToSlack({ way }: SlackSettings, address: string): string {
  return way.kind === 'socket'
    ? 'Herald is in Slack. Type /kudos help there.'
    : `Herald is in Slack and takes its requests at ${address}slack/events. Type /kudos help there.`;
}
