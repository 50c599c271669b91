CREATE TYPE pair AS (a int);
CREATE TABLE t (id int, p pair);
CREATE VIEW v AS SELECT (p).a AS x FROM t;
