CREATE TABLE t (a int, gone text, b text, old int);
CREATE FUNCTION f(lowest int) RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM public.t WHERE a >= lowest';
CREATE FUNCTION one() RETURNS t LANGUAGE sql AS 'SELECT * FROM public.t LIMIT 1';
CREATE VIEW same AS SELECT a, b FROM f(1);
CREATE VIEW v AS SELECT x.b, x.a, x.n FROM f(1 + length('f()')) WITH ORDINALITY x (a, gone, b, old, n);
CREATE MATERIALIZED VIEW m AS SELECT b, a FROM one();
