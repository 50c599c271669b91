CREATE TABLE t (id int PRIMARY KEY, a uuid UNIQUE);
CREATE TABLE child (a uuid REFERENCES t (a));
CREATE INDEX ON t (id, a);
