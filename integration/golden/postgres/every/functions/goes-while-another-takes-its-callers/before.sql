CREATE FUNCTION f(anyelement) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE FUNCTION f(text) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2';
CREATE TABLE t (
  a int DEFAULT f('x'::text),
  b text,
  computed int GENERATED ALWAYS AS (f(b)) STORED,
  CHECK (f('a'::text) > 0)
);
CREATE INDEX by_f ON t (f(b));
CREATE VIEW v AS SELECT f('x'::text) AS n;
CREATE DOMAIN d AS int DEFAULT f('y'::text);
CREATE TABLE altered (a int DEFAULT f('z'::text));
