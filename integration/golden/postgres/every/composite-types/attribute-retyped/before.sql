CREATE TYPE pair AS (a int, b text);
CREATE FUNCTION f(p pair) RETURNS pair LANGUAGE sql AS 'SELECT p';
