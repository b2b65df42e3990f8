import { type Config, servesSandbox } from '../config.ts';
import type { SlackSettings } from '../slack-settings.ts';

/** What whoever starts Herald reads: where people find it now. */
export function welcomeLines(config: Config, address: string): readonly string[] {
  if (servesSandbox(config)) return [`Herald's sandbox is open at ${address}`];
  return [
    ...(config.slack ? [welcomeToSlack(config.slack, address)] : []),
    ...(config.teams
      ? [`Herald is in Teams and takes its messages at ${address}api/messages. Type help to it there.`]
      : []),
  ];
}

function welcomeToSlack({ way }: SlackSettings, address: string): string {
  return way.kind === 'socket'
    ? 'Herald is in Slack. Type /kudos help there.'
    : `Herald is in Slack and takes its requests at ${address}slack/events. Type /kudos help there.`;
}
