CREATE SCHEMA app;
-- @renamed from=mood
CREATE TYPE app.feeling AS ENUM ('a');
CREATE TABLE app.t (a int,
  -- @renamed from=positive
  CONSTRAINT above_zero CHECK (a > 0),
  CONSTRAINT only_one UNIQUE (a) -- @renamed from=one
);
CREATE TABLE u (a int);
CREATE FUNCTION app.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- @renamed from=tick
CREATE TRIGGER tock BEFORE INSERT OR UPDATE OF a ON app.t FOR EACH ROW EXECUTE FUNCTION app.f();
-- @renamed from=tick
CREATE TRIGGER tock BEFORE INSERT ON public.u FOR EACH ROW EXECUTE FUNCTION app.f();
CREATE RULE r2 AS ON INSERT TO u DO ALSO NOTHING; -- @renamed from=r
ALTER TABLE u ENABLE ROW LEVEL SECURITY;
-- @renamed from=u.p
CREATE POLICY p2 ON u USING (a > (1));
