-- @renamed from=b
CREATE SCHEMA a;
-- @renamed from=a
CREATE SCHEMA b;
CREATE TYPE b.mood AS ENUM ('calm');
CREATE TYPE a.mood AS ENUM ('wild');
CREATE FUNCTION b.twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
CREATE TABLE b.t (id serial PRIMARY KEY, mood b.mood DEFAULT 'calm', other a.mood);
CREATE TABLE a.t (id serial PRIMARY KEY, number integer CHECK (b.twice(number) > 0), t integer REFERENCES b.t, self integer REFERENCES a.t);
CREATE INDEX by_mood ON b.t (mood);
CREATE INDEX by_number ON a.t (b.twice(number));
CREATE TABLE u (a integer REFERENCES b.t, b integer REFERENCES a.t, am b.mood, bm a.mood[]);
CREATE VIEW both_of AS SELECT x.id, y.number, x.mood, x.other FROM b.t x JOIN a.t y ON y.t = x.id;
CREATE FUNCTION takes(m b.mood, n a.mood) RETURNS b.mood LANGUAGE sql AS 'SELECT m';
COMMENT ON SCHEMA b IS 'first';
COMMENT ON TABLE a.t IS 'second';
