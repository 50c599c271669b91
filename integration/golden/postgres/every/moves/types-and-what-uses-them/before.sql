CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TYPE a.mood AS ENUM ('calm', 'wild');
CREATE DOMAIN a.short AS text CHECK (length(VALUE) < 9);
CREATE TYPE a.pair AS (x integer, y a.mood);
CREATE COLLATION a.plain (locale = 'C');
CREATE TABLE t (
  mood a.mood DEFAULT 'calm',
  moods a.mood[],
  name a.short COLLATE a.plain,
  both_of a.pair,
  CHECK (mood <> 'wild')
);
CREATE INDEX calm ON t (name) WHERE mood = 'calm';
CREATE FUNCTION takes(m a.mood, p a.pair) RETURNS a.short LANGUAGE sql AS 'SELECT NULL';
COMMENT ON TYPE a.mood IS 'how it feels';
GRANT USAGE ON TYPE a.mood TO PUBLIC;
