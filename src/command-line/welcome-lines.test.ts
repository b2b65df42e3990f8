import { expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { welcomeLines } from './welcome-lines.ts';

const address = 'http://127.0.0.1:3000/';

test('whoever starts Herald reads where it is, and that a digest has nowhere to go yet', async () => {
  const slack = await readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', DIGEST_CHANNEL: 'nowhere' });
  const open = (digestChannel: string | null) => [
    { platform: 'slack', digestChannel } as const,
    { platform: 'email', digestChannel: null } as const,
  ];
  expect(welcomeLines(slack, address, open('C0NEWS'))).toEqual(['Herald is in Slack. Type /kudos help there.']);
  expect(welcomeLines(slack, address, open(null))).toEqual([
    'Herald is in Slack. Type /kudos help there.',
    'The digest has no channel there yet. An admin chooses one with /kudos settings in Slack.',
  ]);
  expect(welcomeLines(await readConfig({}), address, open(null))).toEqual([`Herald's sandbox is open at ${address}`]);
});
