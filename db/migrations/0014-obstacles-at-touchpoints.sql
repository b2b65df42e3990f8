-- Where customers meet an obstacle, when that is one of the company's touchpoints; its name is read there.

ALTER TABLE obstacles ADD COLUMN at_touchpoint TEXT REFERENCES touchpoints (id);
CREATE INDEX obstacles_at_touchpoint ON obstacles (at_touchpoint, at) WHERE at_touchpoint IS NOT NULL AND state <> 'cleared';
CREATE INDEX obstacles_elsewhere ON obstacles (organization, touchpoint)
  WHERE at_touchpoint IS NULL AND touchpoint IS NOT NULL;

UPDATE obstacles SET at_touchpoint = (
  SELECT k.id FROM touchpoints k
  WHERE k.organization = obstacles.organization AND k.name = obstacles.touchpoint AND k.removed_at IS NULL)
WHERE touchpoint IS NOT NULL;
