-- People who are not named where others read, and people who are erased.

ALTER TABLE people ADD COLUMN unnamed INTEGER NOT NULL DEFAULT 0 CHECK (unnamed IN (0, 1));
CREATE INDEX people_unnamed ON people (organization) WHERE unnamed = 1;

-- Who takes the place of everybody erased, so that one of them cannot be told from another.
ALTER TABLE organizations ADD COLUMN nobody TEXT REFERENCES people (id);

-- What is written elsewhere of somebody erased, or named in channels of somebody who is not any more, is swept up beside
-- the work. Until that is done it is kept what to look for; then nothing but that it was.
CREATE TABLE sweeps (
  id TEXT PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organizations (id),
  kind TEXT NOT NULL CHECK (kind IN ('erase', 'hide')),
  person TEXT,
  sought TEXT,
  at TEXT NOT NULL,
  done_at TEXT
) STRICT;
CREATE INDEX sweeps_open ON sweeps (at) WHERE done_at IS NULL;
