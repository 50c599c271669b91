CREATE TABLE a (w bigint);
CREATE TABLE b (z int, CHECK (w > z)) INHERITS (a);
CREATE INDEX ON b (w);
