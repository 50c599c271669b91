CREATE TABLE t (id int PRIMARY KEY, a int, b int);
CREATE VIEW v AS SELECT id, a AS "A a", b AS y FROM t;
CREATE VIEW back AS SELECT id, a FROM t;
CREATE VIEW on_v AS SELECT "A a" AS a FROM v;
CREATE VIEW and_query AS SELECT id, a * 2 AS twice FROM t;
CREATE VIEW "union" AS SELECT id, a AS n FROM t UNION SELECT id, b FROM t;
