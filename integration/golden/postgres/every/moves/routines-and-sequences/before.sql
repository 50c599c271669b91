CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TYPE a.mood AS ENUM ('calm');
CREATE SEQUENCE a.q START 5;
CREATE FUNCTION a.twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
CREATE FUNCTION a.twice(m a.mood) RETURNS a.mood LANGUAGE sql IMMUTABLE AS 'SELECT m';
CREATE FUNCTION a.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE PROCEDURE a.work() LANGUAGE sql AS '';
CREATE AGGREGATE a.total(integer) (SFUNC = int4pl, STYPE = integer);
CREATE TABLE t (
  id integer DEFAULT nextval('a.q'),
  two integer GENERATED ALWAYS AS (a.twice(3)) STORED,
  CHECK (a.twice(id) > 0)
);
CREATE INDEX doubled ON t (a.twice(id));
CREATE TRIGGER touched BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION a.touch();
CREATE STATISTICS a.of_t (ndistinct) ON id, two FROM t;
