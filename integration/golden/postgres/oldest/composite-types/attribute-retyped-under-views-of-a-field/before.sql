CREATE TYPE s AS (a int, b text);
CREATE TABLE t (id int PRIMARY KEY, s s);
CREATE VIEW fields AS SELECT id, (s).b AS b FROM t;
CREATE MATERIALIZED VIEW "Fields ""kept""" AS SELECT (s).b AS b FROM t;
CREATE VIEW over AS SELECT b FROM "Fields ""kept""";
