CREATE TYPE pair AS (a int, b text);
CREATE TABLE t (p pair, ps pair[]);
CREATE FUNCTION f(p pair) RETURNS pair LANGUAGE sql AS 'SELECT p';
