CREATE TABLE t (a integer CONSTRAINT positive CHECK (a > 0), b integer UNIQUE, c integer);
CREATE UNIQUE INDEX once ON t (c);
