CREATE TABLE a (id serial PRIMARY KEY, x int);
CREATE TABLE b (id serial PRIMARY KEY, y text);
CREATE INDEX ON a (x);
CREATE INDEX ON b (y);
