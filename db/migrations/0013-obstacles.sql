-- What stands between people and delight. No row tells when it was written: rows stand by their id, and one that came
-- without a name has a random id, the day in `at` and `open_since`, and nobody's name.
CREATE TABLE obstacles (
  id TEXT PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organizations (id),
  words TEXT NOT NULL,
  kind TEXT CHECK (kind IN ('policy', 'process', 'people', 'practice', 'tool')),
  touchpoint TEXT,
  origin TEXT NOT NULL CHECK (origin IN ('named', 'nameless', 'story')),
  reporter TEXT REFERENCES people (id),
  -- How many times it was reported or came back; what broke in stories is counted in obstacle_stories.
  reports INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('reported', 'owned', 'cleared')),
  owner TEXT REFERENCES people (id),
  owned_at TEXT,
  cleared_by TEXT REFERENCES people (id),
  cleared_at TEXT,
  what_changed TEXT,
  open_since TEXT NOT NULL,
  -- Came without a name, and those who manage have not heard of it yet.
  fresh INTEGER NOT NULL CHECK (fresh IN (0, 1)),
  -- Put before those who manage for having waited too long.
  raised INTEGER NOT NULL DEFAULT 0 CHECK (raised IN (0, 1)),
  told_in TEXT REFERENCES digests (id),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX obstacles_open ON obstacles (organization, at, id) WHERE state <> 'cleared';
CREATE INDEX obstacles_cleared ON obstacles (organization, cleared_at, id) WHERE state = 'cleared';
CREATE INDEX obstacles_untold ON obstacles (organization, cleared_at, id) WHERE state = 'cleared' AND told_in IS NULL;
CREATE INDEX obstacles_told ON obstacles (told_in, cleared_at) WHERE told_in IS NOT NULL;
CREATE INDEX obstacles_fresh ON obstacles (organization, at) WHERE fresh = 1;
CREATE INDEX obstacles_unowned ON obstacles (organization, open_since) WHERE state = 'reported' AND raised = 0;
CREATE INDEX obstacles_by_owner ON obstacles (owner) WHERE owner IS NOT NULL;

-- Who reported it with their name, or said that it came back.
CREATE TABLE obstacle_waiters (
  organization TEXT NOT NULL REFERENCES organizations (id),
  obstacle TEXT NOT NULL REFERENCES obstacles (id) ON DELETE CASCADE,
  person TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (obstacle, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX obstacle_waiters_by_person ON obstacle_waiters (person);

-- The stories in which it broke; the digest reads nothing of this.
CREATE TABLE obstacle_stories (
  story TEXT PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organizations (id),
  obstacle TEXT NOT NULL REFERENCES obstacles (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX obstacle_stories_by_obstacle ON obstacle_stories (obstacle);
