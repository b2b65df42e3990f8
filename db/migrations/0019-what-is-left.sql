-- What is left to do or to tell is found among what is left, not among all that ever was: of two indexes SQLite takes the
-- one that more of the question can be looked up in, be it the longer one.
DROP INDEX obstacles_fresh;
CREATE INDEX obstacles_fresh ON obstacles (organization, fresh, at) WHERE fresh = 1;
DROP INDEX ideas_unanswered;
CREATE INDEX ideas_unanswered ON ideas (organization, state, since, id) WHERE state = 'proposed' AND put_forward_at IS NULL;
DROP INDEX ideas_untold_looking;
CREATE INDEX ideas_untold_looking ON ideas (organization, state, told_looking, since, id) WHERE state = 'proposed' AND told_looking = 0;
DROP INDEX ideas_untold_alive;
CREATE INDEX ideas_untold_alive ON ideas (organization, state, told_alive, since, id) WHERE state = 'alive' AND told_alive = 0;
