CREATE SCHEMA "we""ird";
CREATE EXTENSION citext;
CREATE TABLE t (id int PRIMARY KEY, a citext DEFAULT 'x'::citext, b citext);
CREATE INDEX going ON t (b);
CREATE TABLE gone (a citext);
CREATE FUNCTION f(x citext) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(x citext) RETURNS int LANGUAGE sql AS 'SELECT 1';
