import { type Chance, createChance } from '../chance.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { isSettled, pause, until } from '../settled.ts';
import { openSlackHouse, type SlackHouse } from '../slack-house.ts';
import { typedCommand } from '../slack-requests.ts';
import { whatIsUnsound, withDatabase } from '../soundness.ts';

const KILLS = 200;
const KILLS_QUICK = 4;
/** One channel takes a message a second: with few people their messages would pile up for hours. */
const PEOPLE = 400;
const AT_ONCE = 8;
/** Between an answer and the next of the same kind: some hundred a second in all. */
const BREATH_MS = 40;
/** Slack's retries come twenty times as soon as they would: after 3 s, and after 15 s. */
const PACE = 20;

/** What was sent, and whether Herald said that it has it. */
type Sent = { readonly mark: string; readonly hero: string; acknowledged: boolean };

export const slackKill: Row = {
  number: 1,
  fault: 'SIGKILL under load, through Slack',
  async play({ quick, folder }) {
    const tally = createTally();
    const chance = createChance(Date.now() % 1_000_000);
    const house = await openSlackHouse({ folder, name: 'kills', pace: PACE });
    for (let number = 0; number < PEOPLE; number += 1) house.slack.workspace.addUser({ id: userId(number) });
    house.slack.workspace.addChannel({ id: 'C0OUT', name: 'outside', members: ['UANA'] });
    const sent: Sent[] = [];
    const kills = quick ? KILLS_QUICK : KILLS;
    for (let round = 0; round < kills; round += 1) await killOnce(house, chance, round, sent, tally);
    await house.slack.events.settled();
    await examine(house, sent, tally);
    const told = sent.filter(({ acknowledged }) => acknowledged).length;
    tally.hold(told > kills, `only ${told} stories were acknowledged: this proves little`);
    tally.note(`${kills} kills over ${sent.length} stories sent to Slack's door, ${told} of them acknowledged`);
    await house.close();
    for (const fault of whatIsUnsound(house.file)) tally.hold(false, fault);
    return tally.outcome();
  },
};

async function killOnce(house: SlackHouse, chance: Chance, round: number, sent: Sent[], tally: Tally): Promise<void> {
  tally.tried();
  let over = false;
  let number = 0;
  const next = (kind: string): Sent & { readonly teller: string } => {
    number += 1;
    const teller = chance.whole(PEOPLE);
    const hero = (teller + 1 + chance.whole(PEOPLE - 1)) % PEOPLE;
    const one = { mark: `(${kind} ${round}.${number})`, hero: userId(hero), acknowledged: false };
    sent.push(one);
    return Object.assign(one, { teller: userId(teller) });
  };
  const people = Array.from({ length: AT_ONCE }, async (_, which) => {
    while (!over) {
      if (which % 2 === 0) await typeOne(house, next('typed'));
      else await sayOne(house, next('said'));
      await pause(BREATH_MS);
    }
  });
  await pause(100 + chance.whole(500));
  over = true;
  await house.end('SIGKILL');
  await Promise.all(people);
  const began = performance.now();
  await house.start();
  tally.recovered(performance.now() - began);
}

/** A command is sent once: without an answer a person knows that nothing is promised. */
async function typeOne(house: SlackHouse, one: Sent & { readonly teller: string }): Promise<void> {
  const request = typedCommand(`<@${one.hero}> ${wordsOf(one)}`, one.mark, one.teller);
  const { status, body } = await house.door().post({ ...request, body: request.body.replace('C0NEWS', 'C0OUT') });
  one.acknowledged = status === 200 && /Told\.|On it\./.test(body);
}

/** An event comes again until Herald takes it; its first try is waited for, the others come by themselves. */
async function sayOne({ slack }: SlackHouse, one: Sent & { readonly teller: string }): Promise<void> {
  const channel = slack.user(one.teller).directChannel();
  const text = `<@${one.hero}> ${wordsOf(one)}`;
  const ts = `${(Date.now() / 1000).toFixed(3)}100`;
  const about = { type: 'message', user: one.teller, text, ts, channel, channel_type: 'im', event_ts: ts };
  const delivery = slack.events.send('message.im', about, `Ev${one.mark}`);
  if (delivery === null) throw new Error('Herald does not hear direct messages.');
  void delivery.settled.then(() => {
    one.acknowledged = delivery.tries.some(({ acknowledged }) => acknowledged);
  });
  await delivery.first;
}

async function examine(house: SlackHouse, sent: readonly Sent[], tally: Tally): Promise<void> {
  const settled = await until(() => isSettled(house.file), 300_000);
  tally.hold(settled, 'something still waits five minutes after the last kill');
  const stories = countMarks(
    withDatabase(house.file, (connection) =>
      connection.prepare('SELECT words FROM wins UNION ALL SELECT words FROM recoveries').pluck().all().map(String),
    ),
  );
  // What heroes read, whoever they are; the tellers' own answers say "Told." and are not counted.
  const read = countMarks(
    house.slack.messages.all
      .filter(
        ({ text, onlyFor, deleted }) => onlyFor === null && !deleted && text.includes('told a story with you in it'),
      )
      .map(({ text }) => text),
  );
  for (const { mark, acknowledged } of sent) {
    const [kept = 0, heard = 0] = [stories.get(mark), read.get(mark)];
    if (acknowledged && kept === 0) tally.lose(mark);
    if (kept > 1) tally.double(`${mark} is stored ${kept} times`);
    if (kept === 1 && heard === 0) tally.lose(`${mark}: its hero never heard of it`);
    if (heard > 1) tally.double(`${mark}: its hero heard of it ${heard} times`);
  }
}

function countMarks(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const mark = /\((?:typed|said) \d+\.\d+\)/.exec(text)?.[0];
    if (mark !== undefined) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return counts;
}

function wordsOf({ mark }: Sent): string {
  return `carried every box up ${mark}`;
}

function userId(number: number): string {
  return `UP${String(number).padStart(4, '0')}`;
}
