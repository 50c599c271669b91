-- @renamed from=a
CREATE SCHEMA b;
CREATE TYPE b.mood AS ENUM ('calm', 'wild');
CREATE DOMAIN b.short AS text CHECK (length(VALUE) < 9);
CREATE TYPE b.pair AS (x integer, y b.mood);
CREATE FUNCTION b.twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
CREATE FUNCTION b.calmer(m b.mood) RETURNS b.mood LANGUAGE sql IMMUTABLE AS 'SELECT m';
CREATE FUNCTION b.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE b.t (
  id serial PRIMARY KEY,
  mood b.mood NOT NULL DEFAULT 'calm',
  name b.short,
  both_of b.pair,
  twice integer GENERATED ALWAYS AS (b.twice(4)) STORED,
  up integer REFERENCES b.t (id),
  CONSTRAINT checked CHECK (b.twice(id) > 0)
);
CREATE INDEX by_mood ON b.t (b.calmer(mood)) WHERE mood = 'calm';
CREATE TABLE b.parted (k integer, v text) PARTITION BY LIST (k);
CREATE TABLE b.part PARTITION OF b.parted FOR VALUES IN (1);
CREATE TRIGGER touched BEFORE UPDATE ON b.t FOR EACH ROW WHEN (NEW.mood = 'wild') EXECUTE FUNCTION b.touch();
ALTER TABLE b.t ENABLE ROW LEVEL SECURITY;
CREATE POLICY calm_only ON b.t USING (mood = 'calm');
CREATE VIEW b.calm AS SELECT id, name FROM b.t WHERE mood = 'calm';
CREATE MATERIALIZED VIEW b.kept AS SELECT id, b.twice(id) AS two FROM b.t;
CREATE UNIQUE INDEX kept_key ON b.kept (id);
CREATE SEQUENCE b.q START 5;
CREATE STATISTICS b.both_of_t (ndistinct) ON id, up FROM b.t;
COMMENT ON SCHEMA b IS 'of the shop';
COMMENT ON TABLE b.t IS 'things';
COMMENT ON COLUMN b.t.name IS 'short';
CREATE TABLE beside (
  n integer DEFAULT nextval('b.q'),
  mood b.mood DEFAULT 'wild',
  moods b.mood[],
  t integer REFERENCES b.t ON DELETE CASCADE,
  CHECK (b.twice(n) > n)
);
CREATE VIEW over_both AS SELECT b.n, s.name FROM beside b JOIN b.t s ON s.id = b.t;
CREATE FUNCTION takes(m b.mood) RETURNS b.pair LANGUAGE sql AS 'SELECT 1, m';
