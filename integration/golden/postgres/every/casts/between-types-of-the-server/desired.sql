CREATE FUNCTION day_of(integer) RETURNS date LANGUAGE sql IMMUTABLE AS 'SELECT date ''2000-01-01'' + $1';
CREATE FUNCTION number_of(date) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 - date ''2000-01-01''';
CREATE CAST (integer AS date) WITH FUNCTION day_of(integer) AS ASSIGNMENT;
CREATE DOMAIN recent AS date CHECK (VALUE > '1990-01-01');
CREATE TABLE t (id int PRIMARY KEY, a date DEFAULT '2001-01-01', b date[], c int, d recent);
