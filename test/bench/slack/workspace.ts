import Sqlite from 'better-sqlite3';
import { createLedger } from '../../../db/ledger.ts';
import { openDatabase } from '../../../db/open.ts';
import { createSearch } from '../../../db/search.ts';
import { createCore } from '../../../src/core.ts';
import type { Person } from '../../../src/recognition/organization.ts';
import { NOW, schedule } from '../company.ts';
import { storyWords } from '../words.ts';

// The workspace that every contestant works for: who is in it, and what they send.

export const TEAM = 'T0BENCH';
export const CONNECTION_ID = `slack:${TEAM}`;
export const BOT = { user: 'U0BOT', id: 'B0BOT' } as const;
export const TOKEN = 'xoxb-of-the-bench';
export const SECRET = 'signs-what-the-bench-sends';
const COLLEAGUES = 2000;

/** Makes everybody known, as they are after some weeks, so that nobody has to be asked for. */
export async function openWorkspace(file: string): Promise<void> {
  const ledger = createLedger(await openDatabase(file), createSearch(file));
  const core = createCore(ledger, { clockMoved: () => undefined });
  await core.handle({
    type: 'open-connection',
    key: 'bench:open',
    at: NOW,
    organization: { id: 'home', name: 'Bench', sample: false },
    connection: { id: CONNECTION_ID, platform: 'slack', digestChannel: null },
    schedule,
  });
  const people = Array.from({ length: COLLEAGUES }, (_, number) => ({
    user: userId(number),
    name: `Colleague ${number}`,
    email: `colleague-${number}@example.com`,
    kind: 'human' as const,
    manager: false,
    admin: number === 0,
    active: true,
    guest: false,
  }));
  await core.handle({ type: 'meet-people', key: 'bench:meet', at: NOW, connection: CONNECTION_ID, people });
  await ledger.close();
}

/** Everybody in the workspace by their user id, for contestants that keep them in memory. */
export async function everybodyIn(file: string): Promise<ReadonlyMap<string, Person>> {
  const ledger = createLedger(await openDatabase(file), createSearch(file));
  const people = await ledger.read.peopleOnConnection(CONNECTION_ID);
  await ledger.close();
  return new Map(people.map((person) => [person.user, person]));
}

export function userId(number: number): string {
  return `U${String(number % COLLEAGUES).padStart(8, '0')}`;
}

/** The number that a story of the bench carries in its words, found again in whatever is sent about it. */
export function numberIn(text: string): number | null {
  const found = /Order(?:%20|\+| )(1\d{6})/.exec(text)?.[1];
  return found === undefined ? null : Number(found) - 1_000_000;
}

function told(number: number, hero: string): string {
  return `<@${hero}> ${storyWords(number)}`;
}

/** `/kudos` to one colleague, typed in a channel that the app is not in. */
export function typedKudos(number: number, hero = userId(number * 7 + 1)): Readonly<Record<string, string>> {
  return {
    token: 'of-old',
    team_id: TEAM,
    team_domain: 'bench',
    channel_id: 'C0OTHER',
    channel_name: 'other',
    user_id: userId(number * 7),
    user_name: `colleague-${number}`,
    command: '/kudos',
    text: told(number, hero),
    api_app_id: 'A0BENCH',
    is_enterprise_install: 'false',
    response_url: 'http://127.0.0.1:9/response',
    trigger_id: `${number}.bench`,
  };
}

/** The same, said to the app in a direct message. */
export function saidKudos(number: number): object {
  const user = userId(number * 7);
  const ts = `${1_700_000_000 + number}.000100`;
  const event = {
    type: 'message',
    channel: `D${user.slice(1)}`,
    channel_type: 'im',
    user,
    text: told(number, userId(number * 7 + 1)),
    ts,
    event_ts: ts,
    client_msg_id: `message-${number}`,
    team: TEAM,
  };
  return enveloped(event, number);
}

/** Somebody opens the app's Home. */
export function openedHome(number: number, user: string): object {
  const at = { channel: `D${user.slice(1)}`, event_ts: `${1_700_000_000 + number}.000200` };
  return enveloped({ type: 'app_home_opened', user, tab: 'home', ...at }, number);
}

function enveloped(event: object, number: number): object {
  return {
    token: 'of-old',
    team_id: TEAM,
    api_app_id: 'A0BENCH',
    event,
    type: 'event_callback',
    event_id: `Ev${number}`,
    event_time: 1_700_000_000,
    authorizations: [
      { enterprise_id: null, team_id: TEAM, user_id: BOT.user, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `bench-${number}`,
  };
}

/** How many stories a contestant has stored. */
export function storiesIn(file: string): number {
  const connection = new Sqlite(file, { readonly: true });
  try {
    return Number(connection.prepare('SELECT count(*) FROM wins').pluck().get());
  } finally {
    connection.close();
  }
}
