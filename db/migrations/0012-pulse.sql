-- The pulse: what each week's figures were when it was over, and whom they were counted of.

-- What is counted, week by week, without looking at any other week.
CREATE INDEX wins_by_moment ON wins (organization, at) WHERE audience = 'everyone' AND settled = 1;
CREATE INDEX recoveries_by_moment ON recoveries (organization, at) WHERE audience = 'everyone';

-- When the customer wrote whose words the story is in: the mail itself may be let go long before it is counted.
ALTER TABLE wins ADD COLUMN written_at TEXT;
ALTER TABLE recoveries ADD COLUMN written_at TEXT;
UPDATE wins SET written_at = (SELECT coalesce(p.wrote_at, p.captured_at) FROM praise p WHERE p.id = wins.praise)
  WHERE praise IS NOT NULL;
UPDATE recoveries SET written_at = (SELECT coalesce(p.wrote_at, p.captured_at) FROM praise p WHERE p.id = recoveries.praise)
  WHERE praise IS NOT NULL;

-- User groups and teams that an admin chose.
CREATE TABLE teams (
  id TEXT PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organizations (id),
  connection TEXT NOT NULL REFERENCES connections (id),
  platform_group TEXT NOT NULL,
  name TEXT NOT NULL,
  chosen_at TEXT NOT NULL,
  UNIQUE (connection, platform_group)
) STRICT;
CREATE INDEX teams_by_organization ON teams (organization, chosen_at, id);

CREATE TABLE team_members (
  organization TEXT NOT NULL REFERENCES organizations (id),
  team TEXT NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
  person TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (team, person)
) STRICT;
CREATE INDEX team_members_by_person ON team_members (person);

-- Whom a team's figures are counted of for four weeks. A team may be gone meanwhile: who was counted still counts.
CREATE TABLE cohorts (
  seq INTEGER PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organizations (id),
  team TEXT NOT NULL,
  span TEXT NOT NULL,
  since TEXT NOT NULL,
  withheld INTEGER NOT NULL DEFAULT 0 CHECK (withheld IN (0, 1)),
  UNIQUE (team, span)
) STRICT;
CREATE INDEX cohorts_by_span ON cohorts (organization, span);

CREATE TABLE cohort_people (
  organization TEXT NOT NULL REFERENCES organizations (id),
  team TEXT NOT NULL,
  span TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (team, span, person)
) STRICT;
CREATE INDEX cohort_people_by_person ON cohort_people (person);

-- Figures as they are shown, of an organization (`team` empty) or a team; never changed afterwards.
CREATE TABLE pulse_weeks (
  organization TEXT NOT NULL REFERENCES organizations (id),
  team TEXT NOT NULL,
  week TEXT NOT NULL,
  figures TEXT,
  month TEXT,
  told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)),
  PRIMARY KEY (organization, team, week)
) STRICT;
