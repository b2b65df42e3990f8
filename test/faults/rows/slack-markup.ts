import { createTally, type Row, type Tally } from '../row.ts';
import { isSettled, storiesWith, until } from '../settled.ts';
import { answerTo, openSlackHouse, type SlackHouse } from '../slack-house.ts';
import { asJson, eventEnvelope } from '../slack-requests.ts';
import { whatIsUnsound } from '../soundness.ts';

/** What somebody types, and who never typed it through Slack sends as it is. */
const TYPED = [
  '<!channel> well done',
  '<!here> well done',
  '<!everyone> well done',
  '<!channel|channel> well done',
  '<!subteam^S0TEAM> well done',
  '<@UDANA> well done',
  '&lt;!channel&gt; well done',
  '&lt;@UDANA&gt; well done',
  '*bold* _slanted_ ~struck~ `code` well done',
  '```\nblock\n``` well done',
  '> quoted well done',
  '<https://example.com|https://example.org> well done',
  '<javascript:alert(1)|well done>',
  '<script>alert(1)</script> well done',
  '<at>Dana Weiss</at> well done',
  '<b>well</b> &amp;lt; done &amp;amp; over',
  '@channel @here @everyone well done',
  '@dana @Dana Weiss well done',
  ':rotating_light: :wave::skin-tone-2: well done',
  '1 < 2 && 3 > 2 well done',
  '\u202egnorw ton\u202c well done',
  '<!date^1392734382^{date}|well done>',
] as const;

/** A channel takes a message a second: in a hurry only so-manieth are told. */
const QUICK_EVERY = 4;

export const slackMarkup: Row = {
  number: 23,
  fault: 'markup in Slack',
  async play({ quick, folder }) {
    const tally = createTally();
    const house = await openSlackHouse({ folder, name: 'markup' });
    const { workspace } = house.slack;
    workspace.addUsergroup({ id: 'S0TEAM', handle: 'team', users: ['UDANA', 'UCHLOE'] });
    // Names and channels are typed by people too.
    workspace.addUser({ id: 'UODD', name: 'odd', realName: '<!channel> *Odd* <@UDANA>', email: 'odd@example.com' });
    for (const [index, typed] of TYPED.entries()) {
      if (quick && index % QUICK_EVERY !== 0) continue;
      // After a word: what stands first behind the names is taken for one more name.
      await tell(house, `said ${typed} (${index}.)`, `(${index}.)`, tally);
    }
    await nameIsMarkup(house, tally);
    await digest(house, tally);
    await house.close();
    for (const fault of whatIsUnsound(house.file)) tally.hold(false, fault);
    return tally.outcome();
  },
};

/** As an event that nobody's typing made safe, then as a typed line. */
async function tell(house: SlackHouse, typed: string, mark: string, tally: Tally): Promise<void> {
  tally.tried();
  const ts = `${(Date.now() / 1000).toFixed(3)}100`;
  const text = `<@U0000BOT> <@UBEN> ${typed}`;
  const event = { type: 'app_mention', user: 'UANA', text, channel: 'C0NEWS', ts, event_ts: ts };
  const { status } = await house.door().post(asJson(eventEnvelope(event)));
  tally.hold(status === 200, `${typed}: answered ${status}`);
  await until(() => storiesWith(house.file, mark) === 1 && isSettled(house.file));
  if (storiesWith(house.file, mark) !== 1) tally.lose(typed);
  showsAsTyped(house, typed, mark, tally);
}

function showsAsTyped(house: SlackHouse, typed: string, mark: string, tally: Tally): void {
  const seen = [...house.slack.shows('C0NEWS'), ...house.slack.user('UBEN').readsDirect()];
  const messages = seen.filter(({ text }) => text.includes(mark));
  tally.hold(messages.length > 0, `${typed}: nobody reads it`);
  for (const { notifies, text } of messages) {
    tally.hold(notifies.length === 0, `${typed}: notifies ${notifies.join()}`);
    // Slack's own form of names and links is read as what it stands for; all else stands as it was typed.
    if (!/<|&/.test(typed)) tally.hold(text.includes(typed), `${typed}: reads ${text}`);
  }
}

async function nameIsMarkup(house: SlackHouse, tally: Tally): Promise<void> {
  tally.tried();
  const answer = await answerTo(() => house.slack.user('UANA').types('C0NEWS', '/kudos @odd painted the door (odd)'));
  tally.hold(answer.includes('<!channel> *Odd* <@UDANA>'), `the name reads: ${answer}`);
  await until(() => isSettled(house.file));
  for (const { text, notifies } of house.slack.shows('C0NEWS').filter((one) => one.text.includes('(odd)'))) {
    tally.hold(notifies.length === 0, `a name notifies ${notifies.join()}`);
    tally.hold(text.includes('<!channel> *Odd* <@UDANA>'), `the name reads: ${text}`);
  }
}

async function digest(house: SlackHouse, tally: Tally): Promise<void> {
  tally.tried();
  const before = house.slack.shows('C0NEWS').length;
  await house.herald('digest', 'post');
  await until(() => isSettled(house.file), 40_000);
  const posted = house.slack.shows('C0NEWS').slice(before);
  tally.hold(posted.length > 0, 'the digest does not stand');
  for (const { notifies } of posted) tally.hold(notifies.length === 0, `the digest notifies ${notifies.join()}`);
}
