CREATE TABLE t (a bigint, b int);
CREATE FUNCTION f() RETURNS bigint RETURN (SELECT count(a) FROM t);
CREATE FUNCTION g() RETURNS bigint RETURN (SELECT count(b) FROM t);
