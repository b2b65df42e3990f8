-- A week without stories may still have something to tell. SQLite cannot change what a column is checked for, so another
-- takes its place.
ALTER TABLE digests ADD COLUMN went TEXT NOT NULL DEFAULT 'silent' CHECK (went IN ('stories', 'news', 'question', 'silent'));
UPDATE digests SET went = posted;
ALTER TABLE digests DROP COLUMN posted;
ALTER TABLE digests RENAME COLUMN went TO posted;
