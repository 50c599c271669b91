CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id, a + 1 AS a, b, 'new' AS "Now new" FROM t;
CREATE VIEW on_v AS SELECT id FROM v;
CREATE VIEW "Where it's" AS SELECT id FROM t WHERE a > 1;
