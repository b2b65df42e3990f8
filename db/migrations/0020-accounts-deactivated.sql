-- Who is deactivated in one house may be at work in another: each account knows for itself.

ALTER TABLE identities ADD COLUMN active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1));
UPDATE identities SET active = (SELECT p.active FROM people p WHERE p.id = identities.person);
