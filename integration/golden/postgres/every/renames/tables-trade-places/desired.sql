CREATE TABLE b (id serial PRIMARY KEY, x int);
CREATE TABLE a (id serial PRIMARY KEY, y text);
CREATE INDEX ON b (x);
CREATE INDEX ON a (y);
