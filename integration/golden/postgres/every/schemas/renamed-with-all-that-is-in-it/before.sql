CREATE SCHEMA a;
CREATE TYPE a.mood AS ENUM ('calm', 'wild');
CREATE DOMAIN a.short AS text CHECK (length(VALUE) < 9);
CREATE TYPE a.pair AS (x integer, y a.mood);
CREATE FUNCTION a.twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
CREATE FUNCTION a.calmer(m a.mood) RETURNS a.mood LANGUAGE sql IMMUTABLE AS 'SELECT m';
CREATE FUNCTION a.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE a.t (
  id serial PRIMARY KEY,
  mood a.mood NOT NULL DEFAULT 'calm',
  name a.short,
  both_of a.pair,
  twice integer GENERATED ALWAYS AS (a.twice(4)) STORED,
  up integer REFERENCES a.t (id),
  CONSTRAINT checked CHECK (a.twice(id) > 0)
);
CREATE INDEX by_mood ON a.t (a.calmer(mood)) WHERE mood = 'calm';
CREATE TABLE a.parted (k integer, v text) PARTITION BY LIST (k);
CREATE TABLE a.part PARTITION OF a.parted FOR VALUES IN (1);
CREATE TRIGGER touched BEFORE UPDATE ON a.t FOR EACH ROW WHEN (NEW.mood = 'wild') EXECUTE FUNCTION a.touch();
ALTER TABLE a.t ENABLE ROW LEVEL SECURITY;
CREATE POLICY calm_only ON a.t USING (mood = 'calm');
CREATE VIEW a.calm AS SELECT id, name FROM a.t WHERE mood = 'calm';
CREATE MATERIALIZED VIEW a.kept AS SELECT id, a.twice(id) AS two FROM a.t;
CREATE UNIQUE INDEX kept_key ON a.kept (id);
CREATE SEQUENCE a.q START 5;
CREATE STATISTICS a.both_of_t (ndistinct) ON id, up FROM a.t;
COMMENT ON SCHEMA a IS 'of the shop';
COMMENT ON TABLE a.t IS 'things';
COMMENT ON COLUMN a.t.name IS 'short';
CREATE TABLE beside (
  n integer DEFAULT nextval('a.q'),
  mood a.mood DEFAULT 'wild',
  moods a.mood[],
  t integer REFERENCES a.t ON DELETE CASCADE,
  CHECK (a.twice(n) > n)
);
CREATE VIEW over_both AS SELECT b.n, s.name FROM beside b JOIN a.t s ON s.id = b.t;
CREATE FUNCTION takes(m a.mood) RETURNS a.pair LANGUAGE sql AS 'SELECT 1, m';
