CREATE TYPE mood AS ENUM ('sad', 'new', 'ok');
CREATE FUNCTION eq(mood, mood) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 = $2';
CREATE TABLE t (id integer PRIMARY KEY, m mood);
