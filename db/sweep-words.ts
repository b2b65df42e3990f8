import { holdsWords, idsIn, tellsOf, withoutNotes, withoutObstacles } from '../src/recognition/without-words.ts';
import type { View } from '../src/views.ts';
import { number, type Row, type Statements, text, textOrNull } from './database.ts';
import { identitiesOf } from './people.ts';
import { forgetReply } from './received.ts';
import type { SweepOfWords } from './sweeps.ts';

/** Work that nothing of another process comes in between. */
export type Transaction = (work: () => Promise<unknown>) => Promise<void>;

const LOOKED_AT = 200;
/** Rows changed in one transaction, from which on no more are gathered: whoever tells something meanwhile hardly waits. */
const AT_ONCE = 50;

/** What is looked for. */
type Sought = {
  readonly sweep: SweepOfWords;
  readonly ids: ReadonlySet<string>;
  /** Theirs, each with its connection. */
  readonly accounts: ReadonlySet<string>;
};

/** What becomes of one row; null where it may stay as it is. */
type Change = (() => Promise<void>) | null;

/**
 * Forgets the answers that hold what somebody took back, whoever was given them, and takes it out of the messages that
 * the taking back could not edit: those given up, and what was put before those who manage. The notes that they wrote
 * beside customers' words go everywhere.
 */
export async function sweepWords(handle: Statements, sweep: SweepOfWords, transaction: Transaction): Promise<void> {
  const identities = await identitiesOf(handle, sweep.back.person);
  const accounts = new Set(identities.map(({ connection, user }) => account(connection, user)));
  const sought = { sweep, ids: new Set(sweep.back.ids), accounts };
  const { organization } = sweep;
  await transaction(() =>
    handle.run(
      `UPDATE praise SET note = '' WHERE organization = ? AND forwarder = ? AND note <> '' AND captured_at <= ?`,
      organization,
      sweep.back.person,
      sweep.at,
    ),
  );
  await eachRow(handle, { table: 'received', organization }, transaction, (row) => inReply(handle, row, sought));
  await eachRow(handle, { table: 'outbox', organization }, transaction, (row) => inMessage(handle, row, sought));
}

type Table = { readonly table: 'received' | 'outbox'; readonly organization: string };

/** A page of a table in the order of its rows; by the organization SQLite would sort all of them for each page. */
export function pageOf(table: Table['table']): string {
  return `SELECT *, rowid AS place_in_table FROM ${table} WHERE +organization = ? AND rowid > ? ORDER BY rowid LIMIT ?`;
}

/** Looks beside the work, and looks again at what it changes when nobody else can. */
async function eachRow(
  handle: Statements,
  { table, organization }: Table,
  transaction: Transaction,
  changeOf: (row: Row) => Change,
): Promise<void> {
  let found: number[] = [];
  const change = async () => {
    for (const one of found) {
      const row = await handle.one(`SELECT * FROM ${table} WHERE rowid = ?`, one);
      if (row) await changeOf(row)?.();
    }
  };
  for (let after = 0; ; ) {
    const rows = await handle.all(pageOf(table), organization, after, LOOKED_AT);
    found.push(...rows.filter((row) => changeOf(row) !== null).map(rowid));
    const last = rows.at(-1);
    if (found.length >= AT_ONCE || (last === undefined && found.length > 0)) {
      await transaction(change);
      found = [];
    }
    if (last === undefined) return;
    after = rowid(last);
  }
}

function rowid(row: Row): number {
  return number(row, 'place_in_table');
}

function inReply(handle: Statements, row: Row, sought: Sought): Change {
  const json = text(row, 'reply');
  const [organization, key] = [text(row, 'organization'), text(row, 'key')];
  if (idsIn(json, sought.ids).length > 0 || isTheirs(row, json, sought)) {
    return () => forgetReply(handle, organization, key);
  }
  const left = withoutTheirNotes(json, sought);
  if (left === null) return null;
  return async () => {
    const reply = JSON.stringify(left);
    await handle.run('UPDATE received SET reply = ? WHERE organization = ? AND key = ?', reply, organization, key);
  };
}

function withoutTheirNotes(json: string, { sweep }: Sought): View | null {
  const { person } = sweep.back;
  return json.includes(person) && json.includes('"note":') ? withoutNotes(JSON.parse(json) as View, person) : null;
}

/** Told by them, or said to them in their own words, until they took those back. A customer's words are not theirs. */
function isTheirs(row: Row, json: string, { sweep, accounts }: Sought): boolean {
  if (text(row, 'at') > sweep.at) return false;
  const { person } = sweep.back;
  if (json.includes(person) && tellsOf(JSON.parse(json), person)) return true;
  const asker = account(textOrNull(row, 'connection') ?? '', textOrNull(row, 'teller') ?? '');
  return accounts.has(asker) && textOrNull(row, 'praise') === null && holdsWords(JSON.parse(json));
}

const WITHDRAWN: View = { type: 'story-withdrawn' };

/** What stands is edited; what waits for something else goes on waiting, with less to say. */
function inMessage(handle: Statements, row: Row, sought: Sought): Change {
  const left = withoutThem(text(row, 'view'), text(row, 'state') === 'given-up', sought);
  if (left === null) return null;
  return async () => {
    await handle.run(
      `UPDATE outbox SET view = ?, revision = revision + 1, attempts = 0,
         due_at = CASE WHEN state = 'done' THEN ? ELSE due_at END,
         state = CASE WHEN state = 'done' THEN 'waiting' ELSE state END WHERE seq = ?`,
      JSON.stringify(left),
      new Date().toISOString(),
      number(row, 'seq'),
    );
  };
}

function withoutThem(json: string, givenUp: boolean, sought: Sought): View | null {
  if (idsIn(json, sought.ids).length === 0) return withoutTheirNotes(json, sought);
  return givenUp
    ? WITHDRAWN
    : (withoutObstacles(JSON.parse(json) as View, sought.ids) ?? withoutTheirNotes(json, sought));
}

function account(connection: string, user: string): string {
  return JSON.stringify([connection, user]);
}
