CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE FUNCTION as_number(mood) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT CASE $1 WHEN ''sad'' THEN 0 ELSE 1 END';
CREATE CAST (mood AS integer) WITH FUNCTION as_number(mood) AS ASSIGNMENT;
CREATE FUNCTION as_mood(integer) RETURNS mood IMMUTABLE LANGUAGE sql AS 'SELECT (CASE $1 WHEN 0 THEN ''sad'' ELSE ''ok'' END)::mood';
CREATE CAST (integer AS mood) WITH FUNCTION as_mood(integer);
CREATE TABLE t (id integer PRIMARY KEY, m mood);
