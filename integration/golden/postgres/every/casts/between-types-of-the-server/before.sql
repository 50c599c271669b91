CREATE FUNCTION day_of(integer) RETURNS date LANGUAGE sql IMMUTABLE AS 'SELECT date ''2000-01-01'' + $1';
CREATE FUNCTION number_of(date) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 - date ''2000-01-01''';
CREATE CAST (date AS integer) WITH FUNCTION number_of(date);
CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 1, b int[], c date, d int);
