CREATE TABLE t (id int);
CREATE VIEW v AS SELECT id::text AS id FROM t;
CREATE TABLE u (x v);
