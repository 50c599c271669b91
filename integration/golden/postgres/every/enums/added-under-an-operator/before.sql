CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE FUNCTION eq(mood, mood) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 = $2';
CREATE OPERATOR === (LEFTARG = mood, RIGHTARG = mood, FUNCTION = eq);
CREATE TABLE t (id integer PRIMARY KEY, m mood);
