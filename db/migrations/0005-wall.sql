-- Who holds an organization's key sees its wall. Each organization has one from its first day.

ALTER TABLE organizations ADD COLUMN wall_key TEXT NOT NULL DEFAULT '';

UPDATE organizations SET wall_key = lower(hex(randomblob(24)));

CREATE TRIGGER organizations_wall_key AFTER INSERT ON organizations WHEN new.wall_key = '' BEGIN
  UPDATE organizations SET wall_key = lower(hex(randomblob(24))) WHERE id = new.id;
END;
