-- Every table carries its organization. Moments are ISO 8601 in UTC with milliseconds, so that they sort as text.

CREATE TABLE organizations (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  digest_minute INTEGER NOT NULL CHECK (digest_minute BETWEEN 0 AND 59),
  digest_hour INTEGER NOT NULL CHECK (digest_hour BETWEEN 0 AND 23),
  digest_weekday INTEGER NOT NULL CHECK (digest_weekday BETWEEN 1 AND 7),
  time_zone TEXT NOT NULL,
  scheduled_since TEXT NOT NULL,
  clock_ahead_ms INTEGER NOT NULL DEFAULT 0,
  founded_at TEXT NOT NULL
) STRICT;

CREATE TABLE connections (
  id TEXT PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organizations (id),
  platform TEXT NOT NULL,
  digest_channel TEXT,
  opened_at TEXT NOT NULL
) STRICT;
CREATE INDEX connections_by_organization ON connections (organization);

CREATE TABLE people (
  id TEXT PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organizations (id),
  name TEXT NOT NULL,
  email TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('human', 'bot')),
  manager INTEGER NOT NULL CHECK (manager IN (0, 1)),
  admin INTEGER NOT NULL CHECK (admin IN (0, 1)),
  met_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX people_by_email ON people (organization, email) WHERE email IS NOT NULL;
CREATE INDEX people_by_organization ON people (organization, name);

CREATE TABLE identities (
  organization TEXT NOT NULL REFERENCES organizations (id),
  connection TEXT NOT NULL REFERENCES connections (id),
  platform_user TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (connection, platform_user)
) STRICT;
CREATE INDEX identities_by_person ON identities (person);

-- The two lanes. seq ties each lane to its full-text index.
CREATE TABLE wins (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organization TEXT NOT NULL REFERENCES organizations (id),
  teller TEXT NOT NULL REFERENCES people (id),
  words TEXT NOT NULL,
  voice TEXT NOT NULL CHECK (voice IN ('colleague', 'customer')),
  customer TEXT,
  touchpoint TEXT,
  audience TEXT NOT NULL CHECK (audience IN ('everyone', 'heroes')),
  settled INTEGER NOT NULL CHECK (settled IN (0, 1)),
  held_until TEXT,
  told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)),
  praise TEXT REFERENCES praise (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX wins_by_teller ON wins (teller, at);
CREATE INDEX wins_untold ON wins (organization, at, id) WHERE told = 0 AND audience = 'everyone';

CREATE TABLE win_heroes (
  organization TEXT NOT NULL REFERENCES organizations (id),
  win TEXT NOT NULL REFERENCES wins (id) ON DELETE CASCADE,
  person TEXT NOT NULL REFERENCES people (id),
  position INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (win, person)
) STRICT;
CREATE INDEX win_heroes_by_person ON win_heroes (person, at);

CREATE TABLE recoveries (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organization TEXT NOT NULL REFERENCES organizations (id),
  teller TEXT NOT NULL REFERENCES people (id),
  words TEXT NOT NULL,
  voice TEXT NOT NULL CHECK (voice IN ('colleague', 'customer')),
  what_broke TEXT NOT NULL,
  customer TEXT,
  touchpoint TEXT,
  audience TEXT NOT NULL CHECK (audience IN ('everyone', 'heroes')),
  praise TEXT REFERENCES praise (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX recoveries_by_teller ON recoveries (teller, at);

CREATE TABLE recovery_heroes (
  organization TEXT NOT NULL REFERENCES organizations (id),
  recovery TEXT NOT NULL REFERENCES recoveries (id) ON DELETE CASCADE,
  person TEXT NOT NULL REFERENCES people (id),
  position INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (recovery, person)
) STRICT;
CREATE INDEX recovery_heroes_by_person ON recovery_heroes (person, at);

-- A story keeps its id and so its cheers when it changes lane: no foreign key to either.
CREATE TABLE cheers (
  seq INTEGER PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organizations (id),
  story TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES people (id),
  at TEXT NOT NULL,
  UNIQUE (story, person)
) STRICT;

-- Who changed a story, when and how; without its words.
CREATE TABLE traces (
  seq INTEGER PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organizations (id),
  story TEXT NOT NULL,
  what TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES people (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX traces_by_story ON traces (story);

CREATE TABLE praise (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organization TEXT NOT NULL REFERENCES organizations (id),
  forwarder TEXT NOT NULL REFERENCES people (id),
  words TEXT NOT NULL,
  note TEXT NOT NULL,
  customer_name TEXT,
  customer_email TEXT,
  subject TEXT,
  wrote_at TEXT,
  unsure TEXT NOT NULL,
  suggestion TEXT,
  guessed_heroes TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('waiting', 'settled')),
  settled_as TEXT CHECK (settled_as IN ('win', 'recovery', 'thanks', 'not-praise')),
  settled_by TEXT REFERENCES people (id),
  settled_at TEXT,
  story TEXT,
  captured_at TEXT NOT NULL
) STRICT;
CREATE INDEX praise_waiting ON praise (organization, captured_at) WHERE status = 'waiting';
CREATE INDEX praise_by_story ON praise (story) WHERE story IS NOT NULL;

CREATE TABLE praise_fingerprints (
  organization TEXT NOT NULL REFERENCES organizations (id),
  fingerprint TEXT NOT NULL,
  praise TEXT NOT NULL REFERENCES praise (id),
  PRIMARY KEY (organization, fingerprint)
) STRICT;

CREATE TABLE digests (
  id TEXT PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organizations (id),
  week TEXT NOT NULL,
  posted TEXT NOT NULL CHECK (posted IN ('stories', 'question', 'silent')),
  at TEXT NOT NULL,
  UNIQUE (organization, week)
) STRICT;

-- A win is told once, ever: its id alone is the key, and it outlives a win that was moved or taken back.
CREATE TABLE digest_wins (
  win TEXT PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organizations (id),
  digest TEXT NOT NULL REFERENCES digests (id),
  position INTEGER NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('full', 'line'))
) STRICT;
CREATE INDEX digest_wins_by_digest ON digest_wins (digest, position);

-- Keys already handled, with their first reply.
CREATE TABLE received (
  organization TEXT NOT NULL,
  key TEXT NOT NULL,
  reply TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (organization, key)
) STRICT;

-- One row a standing message. `revision` counts what it should say, `shown` what the platform has; they differ while
-- something waits to be delivered.
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organization TEXT NOT NULL REFERENCES organizations (id),
  place TEXT NOT NULL,
  about TEXT NOT NULL,
  view TEXT NOT NULL,
  revision INTEGER NOT NULL,
  shown INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'claimed', 'done', 'given-up')),
  uncertain INTEGER NOT NULL DEFAULT 0 CHECK (uncertain IN (0, 1)),
  attempts INTEGER NOT NULL,
  due_at TEXT NOT NULL,
  receipt TEXT,
  trouble TEXT,
  at TEXT NOT NULL,
  UNIQUE (about, place)
) STRICT;
CREATE INDEX outbox_open ON outbox (place, seq) WHERE state IN ('waiting', 'claimed');
CREATE INDEX outbox_by_place ON outbox (place, seq);

CREATE VIRTUAL TABLE win_words USING fts5 (
  words, customer, content = 'wins', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER win_words_added AFTER INSERT ON wins BEGIN
  INSERT INTO win_words (rowid, words, customer) VALUES (new.seq, new.words, new.customer);
END;
CREATE TRIGGER win_words_removed AFTER DELETE ON wins BEGIN
  INSERT INTO win_words (win_words, rowid, words, customer) VALUES ('delete', old.seq, old.words, old.customer);
END;
CREATE TRIGGER win_words_changed AFTER UPDATE OF words, customer ON wins BEGIN
  INSERT INTO win_words (win_words, rowid, words, customer) VALUES ('delete', old.seq, old.words, old.customer);
  INSERT INTO win_words (rowid, words, customer) VALUES (new.seq, new.words, new.customer);
END;

CREATE VIRTUAL TABLE recovery_words USING fts5 (
  words, customer, content = 'recoveries', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER recovery_words_added AFTER INSERT ON recoveries BEGIN
  INSERT INTO recovery_words (rowid, words, customer) VALUES (new.seq, new.words, new.customer);
END;
CREATE TRIGGER recovery_words_removed AFTER DELETE ON recoveries BEGIN
  INSERT INTO recovery_words (recovery_words, rowid, words, customer) VALUES ('delete', old.seq, old.words, old.customer);
END;
CREATE TRIGGER recovery_words_changed AFTER UPDATE OF words, customer ON recoveries BEGIN
  INSERT INTO recovery_words (recovery_words, rowid, words, customer) VALUES ('delete', old.seq, old.words, old.customer);
  INSERT INTO recovery_words (rowid, words, customer) VALUES (new.seq, new.words, new.customer);
END;
