CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE);
CREATE TABLE child (a int REFERENCES t (a));
CREATE INDEX ON t (id, a);
