CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE INDEX ON t (a);
CREATE TABLE child (t_id int REFERENCES t);
