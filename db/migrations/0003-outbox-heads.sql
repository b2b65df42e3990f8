-- What may be delivered next, found without looking at all that waits: the oldest open message of each place. Kept by
-- triggers, because a dozen statements open, close and remove messages. `due_at` is null while that message is under way.

CREATE TABLE outbox_heads (
  place TEXT PRIMARY KEY,
  organization TEXT NOT NULL REFERENCES organizations (id),
  seq INTEGER NOT NULL,
  due_at TEXT
) STRICT;
CREATE INDEX outbox_heads_by_due ON outbox_heads (due_at, seq);

INSERT INTO outbox_heads (place, organization, seq, due_at)
  SELECT o.place, o.organization, o.seq, CASE o.state WHEN 'waiting' THEN o.due_at END
  FROM (SELECT min(seq) AS seq FROM outbox WHERE state IN ('waiting', 'claimed') GROUP BY place) h
  JOIN outbox o ON o.seq = h.seq;

CREATE TRIGGER outbox_joined AFTER INSERT ON outbox BEGIN
  INSERT INTO outbox_heads (place, organization, seq, due_at) VALUES (new.place, new.organization, new.seq, new.due_at)
    ON CONFLICT (place) DO NOTHING;
END;
CREATE TRIGGER outbox_moved AFTER UPDATE OF state, due_at ON outbox
WHEN old.state IN ('waiting', 'claimed') OR new.state IN ('waiting', 'claimed') BEGIN
  DELETE FROM outbox_heads WHERE place = new.place;
  INSERT INTO outbox_heads (place, organization, seq, due_at)
    SELECT place, organization, seq, CASE state WHEN 'waiting' THEN due_at END
    FROM outbox WHERE place = new.place AND state IN ('waiting', 'claimed') ORDER BY seq LIMIT 1;
END;
CREATE TRIGGER outbox_left AFTER DELETE ON outbox WHEN old.state IN ('waiting', 'claimed') BEGIN
  DELETE FROM outbox_heads WHERE place = old.place;
  INSERT INTO outbox_heads (place, organization, seq, due_at)
    SELECT place, organization, seq, CASE state WHEN 'waiting' THEN due_at END
    FROM outbox WHERE place = old.place AND state IN ('waiting', 'claimed') ORDER BY seq LIMIT 1;
END;

-- What is needed no more after a while: first replies, and messages about which nothing will ever be said again.
CREATE INDEX received_answered ON received (at) WHERE payload IS NULL;
ALTER TABLE outbox ADD COLUMN passing INTEGER NOT NULL DEFAULT 0 CHECK (passing IN (0, 1));
CREATE INDEX outbox_passing ON outbox (at) WHERE passing = 1 AND state IN ('done', 'given-up');
