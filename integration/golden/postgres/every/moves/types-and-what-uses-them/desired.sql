CREATE SCHEMA a;
CREATE SCHEMA b;
-- @renamed from=a.mood
CREATE TYPE b.mood AS ENUM ('calm', 'wild');
-- @renamed from=a.short
CREATE DOMAIN b.short AS text CHECK (length(VALUE) < 9);
-- @renamed from=a.pair
CREATE TYPE b.pair AS (x integer, y b.mood);
-- @renamed from=a.plain
CREATE COLLATION b.plain (locale = 'C');
CREATE TABLE t (
  mood b.mood DEFAULT 'calm',
  moods b.mood[],
  name b.short COLLATE b.plain,
  both_of b.pair,
  CHECK (mood <> 'wild')
);
CREATE INDEX calm ON t (name) WHERE mood = 'calm';
CREATE FUNCTION takes(m b.mood, p b.pair) RETURNS b.short LANGUAGE sql AS 'SELECT NULL';
COMMENT ON TYPE b.mood IS 'how it feels';
GRANT USAGE ON TYPE b.mood TO PUBLIC;
