-- What is taken back before it is decided, and rights that a platform takes away.

-- Who tells a story with a raw command, in the platform's own user id; null when it tells none.
ALTER TABLE received ADD COLUMN teller TEXT;

-- A mark taken away may be heard of before the mark itself: what was proposed until then is none.
CREATE TABLE withdrawals (
  organization TEXT NOT NULL REFERENCES organizations (id),
  person TEXT NOT NULL REFERENCES people (id),
  connection TEXT NOT NULL REFERENCES connections (id),
  channel TEXT NOT NULL,
  message TEXT NOT NULL,
  until TEXT NOT NULL,
  PRIMARY KEY (connection, channel, message, person)
) STRICT;
CREATE INDEX withdrawals_by_until ON withdrawals (until);

-- Who runs one platform's house need not run another's: the right is that connection's to give and to take.
ALTER TABLE identities ADD COLUMN admin INTEGER NOT NULL DEFAULT 0 CHECK (admin IN (0, 1));
UPDATE identities SET admin = (SELECT p.admin FROM people p WHERE p.id = identities.person);
