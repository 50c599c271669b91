-- create index:app.m Y
-- create index:app.m_x
-- create postgres/materialized-view:app.M m
-- create postgres/materialized-view:empty
-- create schema:app
-- create view:over

-- ==== up ====
-- batch, all or nothing

-- 1. create schema app (create schema:app)
CREATE SCHEMA app;

-- 2. create materialized view app.M m (create postgres/materialized-view:app.M m)
--    ! slow, fills-materialized-view: runs the query of materialized view app.M m
CREATE MATERIALIZED VIEW app."M m" (x, "Y y") WITH (fillfactor=70) AS
 SELECT id AS x,
    a AS "Y y"
   FROM public.t
  WITH DATA;

-- 3. create index app.m Y (create index:app.m Y)
CREATE INDEX "m Y" ON app."M m" USING hash ("Y y");

-- 4. create index app.m_x (create index:app.m_x)
CREATE UNIQUE INDEX m_x ON app."M m" USING btree (x);

-- 5. create materialized view empty (create postgres/materialized-view:empty)
CREATE MATERIALIZED VIEW public.empty (x) AS
 SELECT x
   FROM app."M m"
  WITH NO DATA;

-- 6. create view over (create view:over)
CREATE VIEW public.over (x) AS
 SELECT x
   FROM public.empty;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view over (drop view:over)
--    ! correctness, drops-view: drops view over: statements that use it fail from then on
DROP VIEW public.over;

-- 2. drop materialized view empty (drop postgres/materialized-view:empty)
--    ! correctness, drops-view: drops materialized view empty: statements that use it fail from then on
DROP MATERIALIZED VIEW public.empty;

-- 3. drop materialized view app.M m (drop postgres/materialized-view:app.M m)
--    ! correctness, drops-view: drops materialized view app.M m: statements that use it fail from then on
DROP MATERIALIZED VIEW app."M m";

-- 4. drop schema app (drop schema:app)
DROP SCHEMA app;
