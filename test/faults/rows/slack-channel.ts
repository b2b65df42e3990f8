import type { Slack } from '../../fakes/slack/slack.ts';
import type { Channel } from '../../fakes/slack/workspace.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { isSettled, pause, storiesWith, until } from '../settled.ts';
import { BOT, NEWS, openSlackHouse, readBy, tellStory } from '../slack-house.ts';
import { whatIsUnsound } from '../soundness.ts';

type Loss = {
  readonly what: string;
  readonly lose: (slack: Slack) => void;
};

/** With Slack's word that it happened, and without: an event may be lost, the next call tells. */
const LOSSES: readonly Loss[] = [
  { what: 'archived', lose: (slack) => void slack.archives(NEWS) },
  { what: 'bot removed', lose: (slack) => void slack.leaves(NEWS, BOT) },
  { what: 'deleted', lose: (slack) => void slack.deletes(NEWS) },
  { what: 'archived unheard', lose: ({ workspace }) => archiveQuietly(workspace.channels.get(NEWS)) },
  { what: 'bot removed unheard', lose: (slack) => void slack.workspace.channels.get(NEWS)?.members.delete(BOT) },
];

export const slackChannel: Row = {
  number: 17,
  fault: 'channel archived, bot removed',
  async play({ quick, folder }) {
    const tally = createTally();
    const losses = quick ? [LOSSES[0]!, LOSSES[4]!] : LOSSES;
    await Promise.all(losses.map((loss) => loseChannel(folder, loss, tally)));
    return tally.outcome();
  },
};

function archiveQuietly(channel: Channel | undefined): void {
  if (channel) channel.archived = true;
}

async function loseChannel(folder: string, { what, lose }: Loss, tally: Tally): Promise<void> {
  tally.tried();
  const house = await openSlackHouse({ folder, name: what.replaceAll(' ', '-') });
  const { slack } = house;
  await tellStory(house, 'Opened the shop in the snow.');
  await until(() => isSettled(house.file));
  const busy = slack.faults.plant({
    trouble: { kind: 'ratelimited', retryAfter: 1 },
    method: 'chat.postMessage',
    channel: NEWS,
  });
  const words = `Waits for the channel: ${what}.`;
  await tellStory(house, words);
  lose(slack);
  busy.lift();
  tally.hold(await until(() => isSettled(house.file)), `${what}: something waits on`);
  await house.herald('digest', 'post');
  tally.hold(await until(() => isSettled(house.file)), `${what}: the digest waits on`);

  const calls = slack.calls.all.filter(({ args }) => args.channel === NEWS).length;
  await pause(3000);
  const more = slack.calls.all.filter(({ args }) => args.channel === NEWS).length - calls;
  tally.hold(more === 0, `${what}: ${more} more calls to the channel`);
  if (storiesWith(house.file, words) !== 1) tally.lose(words);
  if (readBy(house, 'UBEN', words) !== 1) tally.lose(`${words} Ben was not told once.`);
  const told = slack.user('UDANA').readsDirect().length;
  tally.hold(told > 0, `${what}: the admin was not told`);
  tally.hold(told <= 4, `${what}: the admin was told ${told} times`);
  await house.close();
  for (const fault of whatIsUnsound(house.file)) tally.hold(false, fault);
}
