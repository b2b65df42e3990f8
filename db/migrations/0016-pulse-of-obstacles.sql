-- How many obstacles were opened in a week, whatever became of them.
CREATE INDEX obstacles_by_moment ON obstacles (organization, at);
