CREATE SCHEMA a;
CREATE SCHEMA b;
-- @renamed from=a.mood
CREATE TYPE b.mood AS ENUM ('calm', 'wild');
-- @renamed from=a.twice
CREATE FUNCTION b.twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
-- @renamed from=a.t
CREATE TABLE b.t (id integer PRIMARY KEY, mood b.mood, b integer);
CREATE TABLE u (t integer REFERENCES b.t, a integer);
CREATE VIEW over_it AS SELECT a.id, a.mood, b.twice(b.t) AS two FROM b.t a JOIN u b ON b.t = a.id WHERE a.mood = 'calm';
-- @renamed from=a.goes_too
CREATE VIEW b.went AS SELECT id, b FROM b.t WHERE mood <> 'wild'::b.mood;
-- @renamed from=a.kept
CREATE MATERIALIZED VIEW b.kept AS SELECT t.id, count(*) AS n FROM b.t, u WHERE u.t = t.id GROUP BY t.id;
CREATE UNIQUE INDEX kept_key ON b.kept (id);
COMMENT ON VIEW b.went IS 'seen';
