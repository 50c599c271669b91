CREATE TYPE pair AS (a bigint, b text);
CREATE FUNCTION f(p pair) RETURNS pair LANGUAGE sql AS 'SELECT p';
