-- Where customers meet the company, as it names it. A story keeps the place that somebody typed; where that is a
-- touchpoint it reads the touchpoint's name, so that a rename costs nothing however many stories there are. A removed
-- one keeps its row, and its stories the name.

CREATE TABLE touchpoints (
  id TEXT PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organizations (id),
  name TEXT NOT NULL,
  -- The same for all ways to write the name.
  key TEXT NOT NULL,
  promise TEXT NOT NULL,
  position INTEGER NOT NULL,
  removed_at TEXT,
  at TEXT NOT NULL
) STRICT;
-- Not unique: that a name is there once, whoever names it decides; two may become alike when somebody is erased from both.
CREATE INDEX touchpoints_by_key ON touchpoints (organization, key) WHERE removed_at IS NULL;
CREATE INDEX touchpoints_removed ON touchpoints (organization, key, removed_at) WHERE removed_at IS NOT NULL;

ALTER TABLE wins ADD COLUMN at_touchpoint TEXT REFERENCES touchpoints (id);
CREATE INDEX wins_at_touchpoint ON wins (at_touchpoint, at)
  WHERE at_touchpoint IS NOT NULL AND audience = 'everyone' AND settled = 1;
CREATE INDEX wins_elsewhere ON wins (organization, touchpoint) WHERE at_touchpoint IS NULL AND touchpoint IS NOT NULL;

ALTER TABLE recoveries ADD COLUMN at_touchpoint TEXT REFERENCES touchpoints (id);
CREATE INDEX recoveries_at_touchpoint ON recoveries (at_touchpoint, at)
  WHERE at_touchpoint IS NOT NULL AND audience = 'everyone';
CREATE INDEX recoveries_elsewhere ON recoveries (organization, touchpoint)
  WHERE at_touchpoint IS NULL AND touchpoint IS NOT NULL;
