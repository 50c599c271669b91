CREATE TABLE t (id int PRIMARY KEY, a int, b int);
CREATE VIEW v AS SELECT id, a, b AS x FROM t;
CREATE VIEW back AS SELECT id, a AS other FROM t;
CREATE VIEW on_v AS SELECT a FROM v;
CREATE VIEW and_query AS SELECT id, a FROM t;
CREATE VIEW "union" AS SELECT id, a FROM t UNION SELECT id, b FROM t;
