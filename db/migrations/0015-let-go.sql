-- What nobody needs after a while is found by its age: who changed a story, and what was not to be delivered.
CREATE INDEX traces_by_moment ON traces (at);
CREATE INDEX outbox_given_up ON outbox (at) WHERE state = 'given-up';
