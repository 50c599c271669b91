CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE "we""ird Näme" AS (a integer);
CREATE FUNCTION as_number(mood) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT CASE $1 WHEN ''sad'' THEN 0 ELSE 1 END';
CREATE FUNCTION f(integer) RETURNS mood IMMUTABLE LANGUAGE sql AS 'SELECT ''ok''::mood';
CREATE CAST (mood AS integer) WITH FUNCTION as_number(mood) AS IMPLICIT;
CREATE CAST ("we""ird Näme" AS text) WITH INOUT;
CREATE CAST (varchar AS mood) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (mood AS integer) IS 'by its place';
