CREATE TABLE t (c int DEFAULT 3, "B""" int, renamed int, b text, a int);
CREATE FUNCTION f(lowest int) RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM public.t WHERE a >= lowest';
CREATE FUNCTION one() RETURNS t LANGUAGE sql AS 'SELECT * FROM public.t LIMIT 1';
CREATE VIEW same AS SELECT a, b FROM f(1);
CREATE VIEW v AS SELECT x.b, x.a, x.n, x.c FROM f(length('f()') - 2) WITH ORDINALITY x (c, q, r, b, a, n);
CREATE MATERIALIZED VIEW m AS SELECT b, a, c FROM one();
