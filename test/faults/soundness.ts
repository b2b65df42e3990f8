import Sqlite from 'better-sqlite3';

/**
 * Statements that find what must never be there; each selects what is wrong. Ids that begin with `story-` are those of
 * a company made for the test, which nobody was told of.
 */
const HALF_WRITTEN: readonly (readonly [what: string, sql: string])[] = [
  ['a win without heroes', 'SELECT id FROM wins WHERE id NOT IN (SELECT win FROM win_heroes)'],
  ['a recovery without heroes', 'SELECT id FROM recoveries WHERE id NOT IN (SELECT recovery FROM recovery_heroes)'],
  ['a story in both lanes', 'SELECT id FROM wins WHERE id IN (SELECT id FROM recoveries)'],
  [
    'a story told twice',
    'SELECT words FROM (SELECT words FROM wins UNION ALL SELECT words FROM recoveries) GROUP BY words HAVING count(*) > 1',
  ],
  [
    'a kudos answered but not stored',
    `SELECT key FROM received WHERE json_extract(reply, '$.type') = 'kudos-given' AND NOT EXISTS (
       SELECT 1 FROM wins WHERE id = json_extract(reply, '$.story.id')
       UNION ALL SELECT 1 FROM recoveries WHERE id = json_extract(reply, '$.story.id'))
     AND NOT EXISTS (SELECT 1 FROM traces t WHERE t.story = json_extract(reply, '$.story.id') AND t.what LIKE 'retracted%')`,
  ],
  [
    'a story stored but not answered',
    `SELECT id FROM (SELECT id, praise FROM wins UNION ALL SELECT id, praise FROM recoveries)
     WHERE id NOT GLOB 'story-*' AND id NOT IN (
       SELECT json_extract(reply, '$.story.id') FROM received
       WHERE json_extract(reply, '$.type') IN ('kudos-given', 'praise-settled'))`,
  ],
  [
    'a hero who is not told',
    `SELECT win FROM (SELECT win, person FROM win_heroes UNION ALL SELECT recovery, person FROM recovery_heroes) h
     WHERE win NOT GLOB 'story-*' AND NOT EXISTS (SELECT 1 FROM outbox
       WHERE about = json_array('named', h.win) AND place = json_array('person', h.person))`,
  ],
  ['a praise without fingerprints', 'SELECT id FROM praise WHERE id NOT IN (SELECT praise FROM praise_fingerprints)'],
  [
    'a praise settled as a story that is not there',
    `SELECT id FROM praise WHERE settled_as IN ('win', 'recovery')
     AND story NOT IN (SELECT id FROM wins UNION ALL SELECT id FROM recoveries)`,
  ],
  [
    'a cheer answered but not stored',
    `SELECT key FROM received WHERE json_extract(reply, '$.type') = 'cheered' AND json_extract(reply, '$.byMe') = 1
     AND json_extract(reply, '$.story') NOT IN (SELECT story FROM cheers)`,
  ],
  [
    'a told win without a digest, or the other way round',
    `SELECT id FROM wins WHERE told <> EXISTS (SELECT 1 FROM digest_wins d WHERE d.win = wins.id)`,
  ],
  ['a full-text row without its win', 'SELECT rowid FROM win_words_docsize EXCEPT SELECT seq FROM wins'],
  ['a win without its full-text row', 'SELECT seq FROM wins EXCEPT SELECT rowid FROM win_words_docsize'],
];

/** Whatever is wrong with a database that nothing has open; empty when all is as it must be. */
export function whatIsUnsound(file: string): readonly string[] {
  return withDatabase(file, (connection) => {
    const damage = connection.prepare('PRAGMA integrity_check').pluck().all().map(String);
    if (damage.length !== 1 || damage[0] !== 'ok') return damage;
    const strangers = connection.prepare('PRAGMA foreign_key_check').all().length;
    return [
      ...(strangers === 0 ? [] : [`${strangers} rows refer to nothing`]),
      ...HALF_WRITTEN.flatMap(([what, sql]) => {
        const found = connection.prepare(sql).pluck().all();
        return found.length === 0 ? [] : [`${what} (${found.length}, such as ${String(found[0])})`];
      }),
    ];
  });
}

/** Looks into a database file with a connection that is closed again. */
export function withDatabase<Result>(file: string, look: (connection: Sqlite.Database) => Result): Result {
  const connection = new Sqlite(file, { fileMustExist: true, timeout: 5000 });
  try {
    return look(connection);
  } finally {
    connection.close();
  }
}

/** How many rows each table holds, as one line. */
export function countsIn(file: string): string {
  const tables = ['people', 'wins', 'win_heroes', 'recoveries', 'praise', 'cheers', 'digests', 'received', 'outbox'];
  return withDatabase(file, (connection) =>
    tables.map((table) => `${connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get()} ${table}`).join(', '),
  );
}

/** The first reply that was stored for a key, as JSON, or null. */
export function replyTo(connection: Sqlite.Database, key: string): string | null {
  const reply = connection.prepare('SELECT reply FROM received WHERE key = ?').pluck().get(key);
  return typeof reply === 'string' ? reply : null;
}
