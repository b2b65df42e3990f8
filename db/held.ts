import type { Gone } from '../src/recognition/without-person.ts';
import type { Held, Story } from '../src/views.ts';
import { number, type Row, type Statements, text, textOrNull } from './database.ts';
import { PERSONAL_COLUMNS, type Treatment } from './personal-columns.ts';
import { placeColumn } from './places.ts';
import { connect, statements } from './sqlite.ts';
import { story } from './stories.ts';
import { goneById } from './unnamed.ts';

/** Said otherwise than row by row: whole stories, what was shown, and what holds others' affairs as well. */
const BY_THEMSELVES = new Set([
  'organizations',
  'wins',
  'win_heroes',
  'recoveries',
  'recovery_heroes',
  'received',
  'outbox',
  'outbox_heads',
  'sweeps',
]);

/** Everything that is held about a person: each row that says who they are, that they did, or that is about them. */
export async function heldAbout(file: string, id: string): Promise<readonly Held[]> {
  const connection = connect(file, { readonly: true });
  try {
    connection.exec('BEGIN');
    return await everything(statements(connection), id);
  } finally {
    connection.close();
  }
}

async function everything(handle: Statements, id: string): Promise<readonly Held[]> {
  const gone = await goneById(handle, id, { person: '', name: '' });
  const row = await handle.one('SELECT organization FROM people WHERE id = ?', id);
  if (gone === null || !row) return [];
  const organization = text(row, 'organization');
  return [
    ...(await rows(handle, 'people', 'id = ?', [id])),
    ...(await rows(handle, 'identities', 'person = ?', [id])),
    ...(await stories(handle, organization, id)),
    ...(await elsewhere(handle, organization, gone)),
    ...(await saidToThem(handle, id)),
    ...(await saidOfThem(handle, organization, gone)),
  ];
}

async function rows(
  handle: Statements,
  table: string,
  where: string,
  values: readonly string[],
): Promise<readonly Held[]> {
  const found = await handle.all(`SELECT * FROM "${table}" WHERE ${where}`, ...values);
  return found.map((row) => ({ what: table, says: fieldsOf(row) }));
}

async function stories(handle: Statements, organization: string, id: string): Promise<readonly Held[]> {
  const rows = await handle.all(
    `SELECT id FROM wins WHERE teller = ? UNION SELECT win FROM win_heroes WHERE person = ?
     UNION SELECT id FROM recoveries WHERE teller = ? UNION SELECT recovery FROM recovery_heroes WHERE person = ? ORDER BY 1`,
    id,
    id,
    id,
    id,
  );
  const found = await Promise.all(rows.map((row) => story(handle, organization, text(row, 'id'))));
  return found.filter((one) => one !== null).map(asHeld);
}

function asHeld({ lane, heroes, teller, ...facts }: Story): Held {
  const people = { heroes: heroes.map(({ name }) => name).join(', '), teller: teller.name };
  return { what: lane === 'win' ? 'wins' : 'recoveries', says: fieldsOf({ ...facts, ...people }) };
}

/** Rows of the other tables that refer to them, by their id or by an account. */
async function elsewhere(handle: Statements, organization: string, gone: Gone): Promise<readonly Held[]> {
  const held: Held[] = [];
  for (const [table, columns] of Object.entries(PERSONAL_COLUMNS)) {
    if (BY_THEMSELVES.has(table) || table === 'people' || table === 'identities') continue;
    const conditions = Object.entries(columns).flatMap(([column, treatment]) => meaning(column, treatment, gone));
    if (conditions.length === 0) continue;
    const where = `organization = ? AND (${conditions.map(([condition]) => condition).join(' OR ')})`;
    held.push(...(await rows(handle, table, where, [organization, ...conditions.map(([, value]) => value)])));
  }
  return held;
}

type Condition = readonly [sql: string, value: string];

/** Where a column means them. */
function meaning(column: string, treatment: Treatment, gone: Gone): readonly Condition[] {
  switch (treatment) {
    case 'nobody':
    case 'row':
      return [[`"${column}" = ?`, gone.person]];
    case 'json':
      return [[`instr("${column}", ?) > 0`, gone.person]];
    case 'account':
      return gone.accounts.map((account) => [
        `(' ' || "${column}" || ' ') GLOB ?`,
        `*[^A-Za-z0-9]${account}[^A-Za-z0-9]*`,
      ]);
    default:
      return [];
  }
}

/** What Herald told them in private. */
async function saidToThem(handle: Statements, id: string): Promise<readonly Held[]> {
  const place = placeColumn({ kind: 'person', person: id });
  const rows = await handle.all('SELECT at, state, view FROM outbox WHERE place = ? ORDER BY seq', place);
  return rows.map((row) => ({
    what: 'outbox',
    says: [
      ['at', text(row, 'at')],
      ['state', text(row, 'state')],
      ['said', leaves(JSON.parse(text(row, 'view'))).join(' · ')],
    ],
  }));
}

/** Where else they are named; what stands there is others' too. */
async function saidOfThem(handle: Statements, organization: string, gone: Gone): Promise<readonly Held[]> {
  const count = async (from: string, ...values: readonly string[]) => {
    const row = await handle.one(`SELECT count(*) AS many FROM ${from}`, ...values);
    return row ? number(row, 'many') : 0;
  };
  const place = placeColumn({ kind: 'person', person: gone.person });
  const messages = await count(
    'outbox WHERE organization = ? AND place <> ? AND instr(view, ?) > 0',
    organization,
    place,
    gone.person,
  );
  const replies = await count('received WHERE organization = ? AND instr(reply, ?) > 0', organization, gone.person);
  const given = await count(
    `received r WHERE r.organization = ? AND EXISTS
       (SELECT 1 FROM identities i WHERE i.person = ? AND i.connection = r.connection AND i.platform_user = r.teller)`,
    organization,
    gone.person,
  );
  const email = gone.accounts.find((account) => account.includes('@'));
  const row = await handle.one('SELECT forwarders FROM organizations WHERE id = ?', organization);
  const forwards = email !== undefined && row && (textOrNull(row, 'forwarders') ?? '').includes(JSON.stringify(email));
  return [
    { what: 'messages', says: [['how many', String(messages)]] },
    {
      what: 'answers',
      says: [
        ['given to you', String(given)],
        ['that name you', String(replies)],
      ],
    },
    ...(forwards ? [{ what: 'forwarders', says: [['email', email] as const] }] : []),
  ];
}

function fieldsOf(row: Row | Readonly<Record<string, unknown>>): Held['says'] {
  return Object.entries(row)
    .filter(([, value]) => value !== null && value !== '')
    .map(([field, value]) => [
      field.replaceAll('_', ' ').replace(/(?<=[a-z])[A-Z]/g, (one) => ` ${one.toLowerCase()}`),
      String(value),
    ]);
}

/** All that is said in facts, one after another. */
function leaves(value: unknown): readonly string[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [String(value)];
  return Object.values(value).flatMap(leaves);
}
