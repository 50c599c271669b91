CREATE TABLE a (x int, y int);
CREATE TABLE b (z int, CHECK (x > z)) INHERITS (a);
CREATE INDEX ON b (x, y);
