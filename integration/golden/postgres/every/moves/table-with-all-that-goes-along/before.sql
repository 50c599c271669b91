CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE FUNCTION a.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE a.t (
  id serial PRIMARY KEY,
  number integer GENERATED ALWAYS AS IDENTITY,
  name text CONSTRAINT named CHECK (name <> ''),
  up integer REFERENCES a.t (id),
  CONSTRAINT name_key UNIQUE (name)
);
CREATE INDEX by_name ON a.t (lower(name)) WHERE id > 0;
CREATE TRIGGER touched BEFORE UPDATE ON a.t FOR EACH ROW EXECUTE FUNCTION a.touch();
ALTER TABLE a.t ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON a.t USING (name = CURRENT_USER);
GRANT SELECT ON a.t TO PUBLIC;
COMMENT ON TABLE a.t IS 'things';
COMMENT ON COLUMN a.t.name IS 'short';
COMMENT ON INDEX a.by_name IS 'looked up';
COMMENT ON CONSTRAINT named ON a.t IS 'said';
COMMENT ON SEQUENCE a.t_id_seq IS 'counts';
CREATE TABLE a.refers (t integer REFERENCES a.t ON DELETE CASCADE, whole a.t);
CREATE FUNCTION a.first(one a.t) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT one.name';
