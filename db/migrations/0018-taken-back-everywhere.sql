-- Words that somebody took back are swept up as well, wherever they are still written.

CREATE TABLE sweeps_of_words (
  id TEXT PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organizations (id),
  kind TEXT NOT NULL CHECK (kind IN ('erase', 'hide', 'take-back')),
  person TEXT,
  sought TEXT,
  at TEXT NOT NULL,
  done_at TEXT
) STRICT;
INSERT INTO sweeps_of_words SELECT id, organization, kind, person, sought, at, done_at FROM sweeps;
DROP TABLE sweeps;
ALTER TABLE sweeps_of_words RENAME TO sweeps;
CREATE INDEX sweeps_open ON sweeps (at) WHERE done_at IS NULL;
