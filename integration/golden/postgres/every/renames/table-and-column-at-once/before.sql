CREATE TABLE t (id serial PRIMARY KEY, a int CHECK (a > 0));
CREATE INDEX ON t (a, id);
