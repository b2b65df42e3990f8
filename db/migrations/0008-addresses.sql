-- What a platform's adapter remembers of how things are reached: conversations with people, the service's own address.

CREATE TABLE addresses (
  organization TEXT NOT NULL REFERENCES organizations (id),
  connection TEXT NOT NULL REFERENCES connections (id),
  of TEXT NOT NULL,
  address TEXT NOT NULL,
  PRIMARY KEY (connection, of)
) STRICT;
