CREATE TYPE mood AS ENUM ('sad', 'ok');
-- @renamed from=old
CREATE TYPE "New" AS ENUM ('x');
CREATE FUNCTION as_number(mood) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT CASE $1 WHEN ''sad'' THEN 0 ELSE 1 END';
CREATE CAST (mood AS integer) WITH FUNCTION as_number(mood) AS ASSIGNMENT;
CREATE CAST (varchar AS mood) WITH INOUT AS IMPLICIT;
CREATE CAST (varchar AS "New") WITH INOUT AS IMPLICIT;
COMMENT ON CAST (varchar AS "New") IS 'old';
CREATE TABLE t (id integer PRIMARY KEY, m mood, o "New");
CREATE VIEW v AS SELECT m::integer AS number FROM t;
