CREATE TABLE t (a integer CONSTRAINT positive CHECK (a > 0) NOT ENFORCED, b integer, c integer, CONSTRAINT t_b_key UNIQUE (b, c));
CREATE INDEX once ON t (c);
