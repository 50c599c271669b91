CREATE TYPE couple AS (a int, b text);
CREATE TABLE t (p couple, ps couple[]);
CREATE FUNCTION f(p couple) RETURNS couple LANGUAGE sql AS 'SELECT p';
