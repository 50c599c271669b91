CREATE TABLE t (a text, b varchar(5) COLLATE "C");
CREATE INDEX ON t (a);
CREATE VIEW v AS SELECT lower(b) AS b FROM t;
