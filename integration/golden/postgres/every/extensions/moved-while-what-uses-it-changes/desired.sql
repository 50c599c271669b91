CREATE SCHEMA "we""ird";
CREATE EXTENSION citext SCHEMA "we""ird";
CREATE TABLE t (id int PRIMARY KEY, a "we""ird".citext DEFAULT 'y'::"we""ird".citext, b text, c "we""ird".citext[]);
CREATE INDEX coming ON t (a);
CREATE TABLE come (a "we""ird".citext);
CREATE FUNCTION f(x "we""ird".citext) RETURNS int LANGUAGE sql AS 'SELECT 2';
