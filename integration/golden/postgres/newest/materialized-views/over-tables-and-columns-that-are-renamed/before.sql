CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE TABLE "Other t" (id int PRIMARY KEY, t_id int);
CREATE MATERIALIZED VIEW m AS SELECT t.id, t.a, x.a AS b, count(*) AS n FROM t JOIN t AS x ON x.id = t.a JOIN "Other t" o ON o.t_id = t.id GROUP BY 1, 2, 3;
CREATE UNIQUE INDEX m_id ON m (id, b);
