CREATE TABLE t (a text COLLATE "C", b varchar(9));
CREATE INDEX ON t (a);
CREATE VIEW v AS SELECT lower(b) AS b FROM t;
