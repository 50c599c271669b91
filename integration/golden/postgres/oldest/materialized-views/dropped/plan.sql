-- drop postgres/materialized-view:m
-- drop postgres/materialized-view:over

-- ==== up ====
-- batch, all or nothing

-- 1. drop materialized view over (drop postgres/materialized-view:over)
--    ! correctness, drops-view: drops materialized view over: statements that use it fail from then on
DROP MATERIALIZED VIEW public.over;

-- 2. drop materialized view m (drop postgres/materialized-view:m)
--    ! correctness, drops-view: drops materialized view m: statements that use it fail from then on
DROP MATERIALIZED VIEW public.m;

-- ==== down ====
-- batch, all or nothing

-- 1. create materialized view m (create postgres/materialized-view:m)
--    ! slow, fills-materialized-view: runs the query of materialized view m
CREATE MATERIALIZED VIEW public.m (id) AS
 SELECT t.id
   FROM public.t
  WITH DATA;

-- 2. create index m_id (create index:m_id)
CREATE INDEX m_id ON public.m USING btree (id);

-- 3. create materialized view over (create postgres/materialized-view:over)
--    ! slow, fills-materialized-view: runs the query of materialized view over
CREATE MATERIALIZED VIEW public.over (id) AS
 SELECT m.id
   FROM public.m
  WITH DATA;
