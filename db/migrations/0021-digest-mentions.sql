-- Whether a digest names its heroes or mentions them, by which they are notified.

ALTER TABLE connections ADD COLUMN digest_heroes TEXT NOT NULL DEFAULT 'named'
  CHECK (digest_heroes IN ('named', 'mentioned'));
