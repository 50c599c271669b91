CREATE TABLE t (a int, b int);
CREATE FUNCTION f() RETURNS bigint RETURN (SELECT count(a) FROM t);
