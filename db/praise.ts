import type { Person } from '../src/recognition/organization.ts';
import type { GuessedHero, Praise, PraiseStatus, Suggestion } from '../src/views.ts';
import { number, type Row, type Statements, text, textOrNull } from './database.ts';

const SELECT = `SELECT r.id, r.words, r.note, r.customer_name, r.customer_email, r.subject, r.wrote_at, r.unsure, r.suggestion,
  r.guessed_heroes, r.status, r.settled_as, r.settled_by, r.settled_at, r.story, r.captured_at,
  r.seq, r.organization, r.forwarder, r.expired_at, f.name AS forwarder_name, b.name AS settled_by_name
  FROM praise r JOIN people f ON f.id = r.forwarder LEFT JOIN people b ON b.id = r.settled_by`;

export async function praiseById(handle: Statements, organization: string, id: string): Promise<Praise | null> {
  const row = await handle.one(`${SELECT} WHERE r.id = ? AND r.organization = ?`, id, organization);
  return row ? toPraise(row) : null;
}

export async function praiseOfStory(handle: Statements, organization: string, story: string): Promise<Praise | null> {
  const row = await handle.one(`${SELECT} WHERE r.story = ? AND r.organization = ?`, story, organization);
  return row ? toPraise(row) : null;
}

export async function praiseByFingerprint(
  handle: Statements,
  organization: string,
  fingerprints: readonly string[],
): Promise<Praise | null> {
  for (const fingerprint of fingerprints) {
    const row = await handle.one(
      'SELECT praise FROM praise_fingerprints WHERE organization = ? AND fingerprint = ?',
      organization,
      fingerprint,
    );
    if (row) return praiseById(handle, organization, text(row, 'praise'));
  }
  return null;
}

/** What waits for this person: what they brought; for those who manage, all that waits in the organization. */
export async function waitingPraise(
  handle: Statements,
  person: Person,
  limit: number,
): Promise<{ readonly praise: readonly Praise[]; readonly more: number }> {
  const everybodys = Number(person.manager || person.admin);
  const whose = `r.organization = ? AND r.status = 'waiting' AND (? = 1 OR r.forwarder = ?)`;
  const values = [person.organization, everybodys, person.id] as const;
  const rows = await handle.all(`${SELECT} WHERE ${whose} ORDER BY r.captured_at, r.id LIMIT ?`, ...values, limit);
  const count = await handle.one(`SELECT count(*) AS waiting FROM praise r WHERE ${whose}`, ...values);
  return { praise: rows.map(toPraise), more: (count ? number(count, 'waiting') : 0) - rows.length };
}

/** The praise after this one in the order it was written, for reading all in pages. */
export async function praiseAfter(
  handle: Statements,
  seq: number,
  limit: number,
): Promise<readonly { readonly praise: Praise; readonly seq: number; readonly organization: string }[]> {
  const rows = await handle.all(`${SELECT} WHERE r.seq > ? ORDER BY r.seq LIMIT ?`, seq, limit);
  return rows.map((row) => ({
    praise: toPraise(row),
    seq: number(row, 'seq'),
    organization: text(row, 'organization'),
  }));
}

export async function writePraise(
  handle: Statements,
  organization: string,
  praise: Praise,
  fingerprints: readonly string[],
): Promise<void> {
  await handle.run(
    `INSERT INTO praise (id, organization, forwarder, words, note, customer_name, customer_email, subject, wrote_at, unsure,
       suggestion, guessed_heroes, status, captured_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?)`,
    praise.id,
    organization,
    praise.forwarder.person,
    praise.words,
    praise.note,
    praise.customer.name,
    praise.customer.email,
    praise.subject,
    praise.wroteAt,
    JSON.stringify(praise.unsure),
    praise.suggestion && JSON.stringify(praise.suggestion),
    JSON.stringify(praise.guessedHeroes),
    praise.capturedAt,
  );
  for (const fingerprint of fingerprints) {
    await handle.run(
      `INSERT INTO praise_fingerprints (organization, fingerprint, praise) VALUES (?, ?, ?)
       ON CONFLICT (organization, fingerprint) DO NOTHING`,
      organization,
      fingerprint,
      praise.id,
    );
  }
}

/** What a person filled in, and what that made Herald think anew. */
export async function writeCompletion(handle: Statements, praise: Praise): Promise<void> {
  await handle.run(
    'UPDATE praise SET words = ?, customer_name = ?, unsure = ?, suggestion = ?, guessed_heroes = ? WHERE id = ?',
    praise.words,
    praise.customer.name,
    JSON.stringify(praise.unsure),
    praise.suggestion && JSON.stringify(praise.suggestion),
    JSON.stringify(praise.guessedHeroes),
    praise.id,
  );
}

/** Whom it names and what it says of them, less what nobody shall read there any more. */
export async function rewritePraise(handle: Statements, praise: Praise): Promise<void> {
  await handle.run(
    `UPDATE praise SET words = ?, note = ?, subject = ?, customer_name = ?, guessed_heroes = ? WHERE id = ?`,
    praise.words,
    praise.note,
    praise.subject,
    praise.customer.name,
    JSON.stringify(praise.guessedHeroes),
    praise.id,
  );
}

export async function writeSettlement(handle: Statements, { id, state, guessedHeroes }: Praise): Promise<void> {
  if (state.status === 'waiting') return;
  await handle.run(
    `UPDATE praise SET status = 'settled', guessed_heroes = ?, settled_as = ?, settled_by = ?, settled_at = ?, story = ?
     WHERE id = ?`,
    JSON.stringify(guessedHeroes),
    state.as,
    state.by.person,
    state.at,
    state.story,
    id,
  );
}

/** A story that changes its lane takes along what its praise counts as. */
export async function settlePraiseAs(handle: Statements, story: string, lane: 'win' | 'recovery'): Promise<void> {
  await handle.run('UPDATE praise SET settled_as = ? WHERE story = ?', lane, story);
}

/** Lets praise wait in the inbox again. */
export async function reopenPraise(handle: Statements, { id, guessedHeroes }: Praise): Promise<void> {
  await handle.run(
    `UPDATE praise SET status = 'waiting', guessed_heroes = ?, settled_as = NULL, settled_by = NULL, settled_at = NULL, story = NULL
     WHERE id = ?`,
    JSON.stringify(guessedHeroes),
    id,
  );
}

function toPraise(row: Row): Praise {
  const suggestion = textOrNull(row, 'suggestion');
  return {
    id: text(row, 'id'),
    words: text(row, 'words'),
    note: text(row, 'note'),
    customer: { name: textOrNull(row, 'customer_name'), email: textOrNull(row, 'customer_email') },
    subject: textOrNull(row, 'subject'),
    wroteAt: textOrNull(row, 'wrote_at'),
    unsure: JSON.parse(text(row, 'unsure')) as Praise['unsure'],
    forwarder: { person: text(row, 'forwarder'), name: text(row, 'forwarder_name') },
    suggestion: suggestion === null ? null : (JSON.parse(suggestion) as Suggestion),
    guessedHeroes: JSON.parse(text(row, 'guessed_heroes')) as readonly GuessedHero[],
    capturedAt: text(row, 'captured_at'),
    state: toState(row),
  };
}

function toState(row: Row): PraiseStatus {
  if (text(row, 'status') === 'waiting') return { status: 'waiting' };
  return {
    status: textOrNull(row, 'expired_at') === null ? 'settled' : 'expired',
    as: text(row, 'settled_as') as 'win' | 'recovery' | 'thanks' | 'not-praise',
    by: { person: text(row, 'settled_by'), name: text(row, 'settled_by_name') },
    at: text(row, 'settled_at'),
    story: textOrNull(row, 'story'),
  };
}
