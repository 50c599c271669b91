CREATE SCHEMA a;
CREATE SCHEMA b;
-- @renamed from=a.mood
CREATE TYPE b.mood AS ENUM ('calm');
-- @renamed from=a.q
CREATE SEQUENCE b.q START 5;
-- @renamed from=a.twice
CREATE FUNCTION b.double(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
-- @renamed from=a.twice
CREATE FUNCTION b.double(m b.mood) RETURNS b.mood LANGUAGE sql IMMUTABLE AS 'SELECT m';
-- @renamed from=a.touch
CREATE FUNCTION b.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- @renamed from=a.work
CREATE PROCEDURE b.work() LANGUAGE sql AS '';
-- @renamed from=a.total
CREATE AGGREGATE b.total(integer) (SFUNC = int4pl, STYPE = integer);
CREATE TABLE t (
  id integer DEFAULT nextval('b.q'),
  two integer GENERATED ALWAYS AS (b.double(3)) STORED,
  CHECK (b.double(id) > 0)
);
CREATE INDEX doubled ON t (b.double(id));
CREATE TRIGGER touched BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION b.touch();
CREATE STATISTICS b.of_t (ndistinct) ON id, two FROM t;
