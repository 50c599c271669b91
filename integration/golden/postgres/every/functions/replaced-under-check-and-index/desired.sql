CREATE FUNCTION f(a int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT a::bigint';
CREATE TABLE t (a int CHECK (f(a) > 0));
CREATE INDEX i ON t (f(a));
