-- What becomes of praise: whoever it waits for is reminded once, and after it is settled its words expire.

ALTER TABLE organizations ADD COLUMN praise_days INTEGER NOT NULL DEFAULT 90 CHECK (praise_days >= 1);

-- Expired praise keeps its row for what it is recognised by, with nothing left in it of anybody's words.
ALTER TABLE praise ADD COLUMN reminded_at TEXT;
ALTER TABLE praise ADD COLUMN expired_at TEXT;
CREATE INDEX praise_unreminded ON praise (organization, captured_at) WHERE status = 'waiting' AND reminded_at IS NULL;
CREATE INDEX praise_kept ON praise (organization, settled_at) WHERE status = 'settled' AND expired_at IS NULL;

-- Whose words a first reply holds, so that they can be let go there too.
ALTER TABLE received ADD COLUMN praise TEXT;
UPDATE received SET praise = json_extract(reply, '$.praise.id') WHERE reply LIKE '%"praise":{"id":%';
CREATE INDEX received_by_praise ON received (praise) WHERE praise IS NOT NULL;

-- What is taken out of the full-text indexes is overwritten there, not only forgotten. https://www.sqlite.org/fts5.html
INSERT INTO win_words (win_words, rank) VALUES ('secure-delete', 1);
INSERT INTO recovery_words (recovery_words, rank) VALUES ('secure-delete', 1);
