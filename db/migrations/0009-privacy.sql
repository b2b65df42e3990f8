-- People who are not named where others read, and people who are erased.

ALTER TABLE people ADD COLUMN unnamed INTEGER NOT NULL DEFAULT 0 CHECK (unnamed IN (0, 1));
CREATE INDEX people_unnamed ON people (organization) WHERE unnamed = 1;

-- Who takes the place of everybody erased, so that one of them cannot be told from another.
ALTER TABLE organizations ADD COLUMN nobody TEXT REFERENCES people (id);

-- An erasure under way knows what it is looking for; once it is done, nothing but that it was.
CREATE TABLE erasures (
  id TEXT PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organizations (id),
  sought TEXT,
  at TEXT NOT NULL,
  done_at TEXT
) STRICT;
CREATE INDEX erasures_open ON erasures (at) WHERE done_at IS NULL;
