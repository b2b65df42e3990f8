-- A held win that is said to be a recovery: should it come back, it is held as before.
CREATE TABLE held_elsewhere (
  win TEXT PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organizations (id),
  held_until TEXT NOT NULL
) STRICT;
