CREATE TABLE t (id text PRIMARY KEY, parent text REFERENCES t);
