import { request as ask } from 'node:http';
import { inTurns, manglings } from '../mangled.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { pause, until } from '../settled.ts';
import { countsIn, whatIsUnsound } from '../soundness.ts';
import { chatOf, openTeamsHouse, readIn, settles, type TeamsHouse, tellStory } from '../teams-house.ts';

type Payload = Readonly<Record<string, unknown>>;

/** Of all the mangled activities each so-manieth is sent: a prime, so that all kinds come up. */
const EVERY = 3;
const EVERY_QUICK = 29;
/** How deep in an activity values are exchanged. */
const DEEP = 4;
/** Far more than Teams ever sends. */
const HUGE = 5 * 1024 * 1024;
/** What Teams may be answered: an invoke that nobody knows is "not implemented", which is no fault. */
const FINE = [200, 400, 401, 403, 413, 501];

export const teamsPayloads: Row = {
  number: 20,
  fault: 'malformed payloads in Teams, signed and unsigned, 5 MB',
  async play({ quick, folder }) {
    const tally = createTally();
    const house = await openTeamsHouse({ folder, name: 'payloads' });
    await tellStory(house, ['Opened the shop in the snow.'], 1);
    await settles(house);
    const before = stored(house);

    const answered = new Map<number | null, number>();
    for (const body of nonsense(house)) await send(house, body, answered, tally);
    const changes = activities(house).flatMap((activity) => manglings(activity, DEEP));
    const mangled = changes.filter((_, index) => index % (quick ? EVERY_QUICK : EVERY) === 0);
    const bodies = [...activities(house), ...mangled.map((mangle) => mangle())].map((one) => JSON.stringify(one));
    await inTurns(bodies, (body) => send(house, body, answered, tally));
    await settles(house);
    await pause(500);
    tally.hold(stored(house) === before, `something was stored: ${before} became ${stored(house)}`);
    tally.note(
      `${mangled.length} of ${changes.length} manglings were sent; answers to signed ones: ${[...answered].map(([status, times]) => `${times} × ${status}`).join(', ')}`,
    );
    await tellStory(house, ['Still here after all of this.'], 2);
    const told = () => readIn(house, `${house.news};messageid=2`, 'Still here after all of this') === 1;
    tally.hold(await until(told), 'a story told afterwards did not reach the channel');
    const { code, stderr } = await house.close();
    tally.hold(code === 0, `Herald ended with ${code}: ${stderr.slice(-300)}`);
    tally.hold(!stderr.includes('teams-failed'), `Herald stumbled: ${/.*teams-failed.*/.exec(stderr)?.[0]}`);
    for (const fault of whatIsUnsound(house.file)) tally.hold(false, fault);
    return tally.outcome();
  },
};

/** What is told; not that something was asked, who was met, nor that whoever adds Herald is welcome. */
function stored({ file }: TeamsHouse): string {
  return countsIn(file).replace(/\d+ (received|people|outbox)/g, 'some $1');
}

/** Every body signed, then unsigned: 401 says nothing about what is wrong with it. */
async function send(
  house: TeamsHouse,
  body: string,
  answered: Map<number | null, number>,
  tally: Tally,
): Promise<void> {
  tally.tried(2);
  const what = body.slice(0, 120);
  const cut = (status: number | null) => body.length >= HUGE && status === null;
  const { teams } = house;
  const signed = await post(house, body, `Bearer ${teams.sign(teams.claims())}`);
  answered.set(signed, (answered.get(signed) ?? 0) + 1);
  tally.hold(cut(signed) || FINE.includes(signed ?? 0), `${what}: answered ${signed}`);
  const unsigned = await post(house, body, '');
  tally.hold(cut(unsigned) || unsigned === 401, `unsigned ${what}: answered ${unsigned}`);
}

/** Resolves to the status; null when the connection is gone before that, as a body that is not read to its end may find it. */
function post(house: TeamsHouse, body: string, authorization: string): Promise<number | null> {
  return new Promise((resolve) => {
    const asking = ask(new URL('/api/messages', house.address()), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(authorization === '' ? {} : { Authorization: authorization }),
      },
    });
    asking.on('error', () => resolve(null));
    asking.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    asking.end(body);
  });
}

/** What Teams never sends. */
function nonsense(house: TeamsHouse): readonly string[] {
  const { teams, ana } = house;
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const message = { ...teams.from(ana, chatOf(house, ana)), type: 'message', text: 'help' };
  return [
    ...['', 'null', '[]', '{}', '7', '"text"', 'not json', '{"type":', '\u0000', '{"type":5}', deep],
    JSON.stringify({ ...message, value: 'deep' }).replace('"deep"', deep),
    JSON.stringify({ ...message, type: 'invoke', name: 'adaptiveCard/action', value: 'deep' }).replace('"deep"', deep),
    JSON.stringify({ ...message, text: '<at>Ben</at> '.padEnd(HUGE, 'x') }),
    JSON.stringify({ ...message, entities: Array.from({ length: 60_000 }, () => ({ type: 'mention' })) }),
    JSON.stringify({ ...message, channelId: 'emulator' }),
    JSON.stringify(message).replace('{', '{"__proto__":{"type":"invoke"},"constructor":{"prototype":{}},'),
  ];
}

/** One of each kind that Teams sends, of which nothing comes: whom they name nobody knows. */
function activities(house: TeamsHouse): readonly Payload[] {
  const { teams, ana, news } = house;
  const nobody = { id: '29:nobody', name: 'Nobody' };
  const mention = { type: 'mention', text: '<at>Nobody</at>', mentioned: nobody };
  const personal = () => teams.from(ana, chatOf(house, ana));
  const inChannel = () => teams.from(ana, `${news};messageid=1`);
  const download = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name: 'thanks.eml',
    content: { downloadUrl: 'https://files.example.com/thanks.eml', uniqueId: '1' },
  };
  const marked = { id: '7', body: { content: '<p>Thank you</p>', contentType: 'html' }, from: { user: nobody } };
  const invoke = (name: string, value: object) => ({ ...personal(), type: 'invoke', name, replyToId: '1', value });
  return [
    { ...personal(), type: 'message', text: 'kudos <at>Nobody</at> was kind.', entities: [mention] },
    { ...personal(), type: 'message', text: '', attachments: [download] },
    {
      ...inChannel(),
      type: 'message',
      text: '<at>Herald</at> help',
      entities: [{ ...mention, mentioned: teams.herald }],
    },
    { ...inChannel(), type: 'messageUpdate', text: 'kudos', channelData: { eventType: 'editMessage' } },
    { ...inChannel(), type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } },
    { ...inChannel(), type: 'conversationUpdate', membersAdded: [nobody], membersRemoved: [nobody] },
    { ...personal(), type: 'installationUpdate', action: 'add' },
    invoke('adaptiveCard/action', { action: { verb: 'cheer', data: { story: 'none' } }, trigger: 'manual' }),
    invoke('composeExtension/query', { commandId: 'find', parameters: [{ name: 'query', value: 'nothing of that' }] }),
    invoke('composeExtension/fetchTask', {
      commandId: 'make-story',
      messagePayload: marked,
      commandContext: 'message',
    }),
    invoke('composeExtension/submitAction', {
      commandId: 'make-story',
      data: { verb: 'none' },
      messagePayload: marked,
    }),
  ];
}
