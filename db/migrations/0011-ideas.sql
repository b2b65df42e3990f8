-- Ideas: proposed, backed, alive or resting. Who backs one keeps standing there when it comes alive.

CREATE TABLE ideas (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organization TEXT NOT NULL REFERENCES organizations (id),
  author TEXT NOT NULL REFERENCES people (id),
  words TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('proposed', 'backed', 'alive', 'resting')),
  since TEXT NOT NULL,
  -- Who laid it to rest or said that it is alive.
  said_by TEXT REFERENCES people (id),
  reason TEXT,
  backer TEXT REFERENCES people (id),
  clearing TEXT,
  backed_at TEXT,
  put_forward_at TEXT,
  -- Whether a digest told it: as one looking for a hand, as one come alive.
  told_looking INTEGER NOT NULL DEFAULT 0 CHECK (told_looking IN (0, 1)),
  told_alive INTEGER NOT NULL DEFAULT 0 CHECK (told_alive IN (0, 1)),
  -- How many messages were sent about it: they are numbered, so that all are found when it is withdrawn.
  told INTEGER NOT NULL DEFAULT 0,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX ideas_by_state ON ideas (organization, state, since, id);
CREATE INDEX ideas_by_author ON ideas (author, at);
CREATE INDEX ideas_untold_looking ON ideas (organization, since, id) WHERE state = 'proposed' AND told_looking = 0;
CREATE INDEX ideas_untold_alive ON ideas (organization, since, id) WHERE state = 'alive' AND told_alive = 0;
CREATE INDEX ideas_unanswered ON ideas (organization, since) WHERE state = 'proposed' AND put_forward_at IS NULL;

CREATE TABLE idea_hands (
  organization TEXT NOT NULL REFERENCES organizations (id),
  idea TEXT NOT NULL REFERENCES ideas (id) ON DELETE CASCADE,
  person TEXT NOT NULL REFERENCES people (id),
  at TEXT NOT NULL,
  PRIMARY KEY (idea, person)
) STRICT;
CREATE INDEX idea_hands_by_person ON idea_hands (person, at);

-- A story is about one idea at most; of either lane, so no foreign key to it.
CREATE TABLE idea_stories (
  story TEXT PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organizations (id),
  idea TEXT NOT NULL REFERENCES ideas (id) ON DELETE CASCADE,
  linked_by TEXT NOT NULL REFERENCES people (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX idea_stories_by_idea ON idea_stories (idea, at);

-- What an idea is found by when somebody says something close; see src/recognition/words-in-common.ts.
CREATE TABLE idea_terms (
  organization TEXT NOT NULL REFERENCES organizations (id),
  term TEXT NOT NULL,
  idea TEXT NOT NULL REFERENCES ideas (id) ON DELETE CASCADE,
  PRIMARY KEY (organization, term, idea)
) STRICT, WITHOUT ROWID;
CREATE INDEX idea_terms_by_idea ON idea_terms (idea);
-- Words that change, by whomever, take along what they were found by.
CREATE TRIGGER idea_terms_outdated AFTER UPDATE OF words ON ideas WHEN new.words <> old.words BEGIN
  DELETE FROM idea_terms WHERE idea = new.id;
END;

-- A digest tells an idea that looks for a hand once, and once more when it has come alive.
CREATE TABLE digest_ideas (
  idea TEXT NOT NULL REFERENCES ideas (id) ON DELETE CASCADE,
  part TEXT NOT NULL CHECK (part IN ('alive', 'looking')),
  organization TEXT NOT NULL REFERENCES organizations (id),
  digest TEXT NOT NULL REFERENCES digests (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (idea, part)
) STRICT;
CREATE INDEX digest_ideas_by_digest ON digest_ideas (digest, part, position);
