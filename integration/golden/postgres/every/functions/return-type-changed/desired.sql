CREATE TABLE t (id int PRIMARY KEY, a text);
CREATE FUNCTION f(a int) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
