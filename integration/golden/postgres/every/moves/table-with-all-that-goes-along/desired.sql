CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE FUNCTION a.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- @renamed from=a.t
CREATE TABLE b.t (
  id serial PRIMARY KEY,
  number integer GENERATED ALWAYS AS IDENTITY,
  name text CONSTRAINT named CHECK (name <> ''),
  up integer REFERENCES b.t (id),
  CONSTRAINT name_key UNIQUE (name)
);
CREATE INDEX by_name ON b.t (lower(name)) WHERE id > 0;
CREATE TRIGGER touched BEFORE UPDATE ON b.t FOR EACH ROW EXECUTE FUNCTION a.touch();
ALTER TABLE b.t ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON b.t USING (name = CURRENT_USER);
GRANT SELECT ON b.t TO PUBLIC;
COMMENT ON TABLE b.t IS 'things';
COMMENT ON COLUMN b.t.name IS 'short';
COMMENT ON INDEX b.by_name IS 'looked up';
COMMENT ON CONSTRAINT named ON b.t IS 'said';
COMMENT ON SEQUENCE b.t_id_seq IS 'counts';
CREATE TABLE a.refers (t integer REFERENCES b.t ON DELETE CASCADE, whole b.t);
CREATE FUNCTION a.first(one b.t) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT one.name';
