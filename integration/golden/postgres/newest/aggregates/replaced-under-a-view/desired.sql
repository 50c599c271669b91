CREATE FUNCTION step(s int, n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT s + n';
CREATE FUNCTION final(s int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT s::bigint';
CREATE AGGREGATE total(int) (SFUNC = step, STYPE = int, FINALFUNC = final, INITCOND = '0');
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT total(a) FROM t;
