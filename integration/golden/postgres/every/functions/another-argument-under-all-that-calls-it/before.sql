CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a';
CREATE DOMAIN d AS int DEFAULT f(1) CHECK (f(VALUE) > 0);
CREATE TABLE t (
  a int DEFAULT f(1),
  computed int GENERATED ALWAYS AS (f(a)) STORED,
  other d,
  CHECK (f(a) > 0)
);
CREATE INDEX t_computed ON t (computed);
CREATE INDEX t_called ON t (f(a));
CREATE VIEW v AS SELECT f(1) AS one;
