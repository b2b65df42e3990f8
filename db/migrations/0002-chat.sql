-- What a chat platform brings: settings made in chat, raw commands that wait for their platform, nominations, lost
-- connections and channels, and messages of which nobody knows whether they were posted.

ALTER TABLE organizations ADD COLUMN announce TEXT NOT NULL DEFAULT 'where-typed'
  CHECK (announce IN ('where-typed', 'digest-only'));
ALTER TABLE organizations ADD COLUMN nomination_emoji TEXT NOT NULL DEFAULT 'firefly';
ALTER TABLE organizations ADD COLUMN forwarders TEXT NOT NULL DEFAULT '[]';

ALTER TABLE connections ADD COLUMN lost TEXT CHECK (lost IN ('uninstalled', 'token-revoked'));
ALTER TABLE connections ADD COLUMN digest_channel_lost TEXT CHECK (digest_channel_lost IN ('archived', 'bot-removed'));

ALTER TABLE people ADD COLUMN active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1));
ALTER TABLE people ADD COLUMN guest INTEGER NOT NULL DEFAULT 0 CHECK (guest IN (0, 1));
ALTER TABLE people ADD COLUMN welcomed_at TEXT;

ALTER TABLE wins ADD COLUMN permalink TEXT;
ALTER TABLE recoveries ADD COLUMN permalink TEXT;

-- A raw command is kept under the key it will be decided under, with the reply `null` until then. Its payload stays
-- until whoever asked has been answered.
ALTER TABLE received ADD COLUMN connection TEXT REFERENCES connections (id);
ALTER TABLE received ADD COLUMN words TEXT;
ALTER TABLE received ADD COLUMN payload TEXT;
ALTER TABLE received ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE received ADD COLUMN due_at TEXT;
CREATE INDEX received_open ON received (at, key) WHERE payload IS NOT NULL;

-- A message proposed as a story; `story` once it became one. The message's words are kept only until then.
CREATE TABLE nominations (
  id TEXT PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organizations (id),
  person TEXT NOT NULL REFERENCES people (id),
  connection TEXT NOT NULL REFERENCES connections (id),
  channel TEXT NOT NULL,
  message TEXT NOT NULL,
  permalink TEXT,
  words TEXT NOT NULL,
  heroes TEXT NOT NULL,
  story TEXT,
  at TEXT NOT NULL,
  UNIQUE (connection, channel, message, person)
) STRICT;

-- Two more states: `parked` until a lost connection is open again, `unconfirmed` until an admin says whether to post.
CREATE TABLE outbox_with_more_states (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organization TEXT NOT NULL REFERENCES organizations (id),
  place TEXT NOT NULL,
  about TEXT NOT NULL,
  view TEXT NOT NULL,
  revision INTEGER NOT NULL,
  shown INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'claimed', 'done', 'given-up', 'parked', 'unconfirmed')),
  uncertain INTEGER NOT NULL DEFAULT 0 CHECK (uncertain IN (0, 1)),
  attempts INTEGER NOT NULL,
  due_at TEXT NOT NULL,
  receipt TEXT,
  trouble TEXT,
  at TEXT NOT NULL,
  UNIQUE (about, place)
) STRICT;
INSERT INTO outbox_with_more_states
  (seq, id, organization, place, about, view, revision, shown, state, uncertain, attempts, due_at, receipt, trouble, at)
  SELECT seq, id, organization, place, about, view, revision, shown, state, uncertain, attempts, due_at, receipt, trouble, at
  FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_with_more_states RENAME TO outbox;
CREATE INDEX outbox_open ON outbox (place, seq) WHERE state IN ('waiting', 'claimed');
CREATE INDEX outbox_by_place ON outbox (place, seq);
CREATE INDEX outbox_parked ON outbox (organization) WHERE state = 'parked';
