-- replace index:m_id: it cannot stay while postgres/materialized-view:m is replaced
-- replace postgres/materialized-view:left_empty: a materialized view takes another query only when it is created
-- replace postgres/materialized-view:m: a materialized view takes another query only when it is created
-- replace view:over: it cannot stay while postgres/materialized-view:m is replaced

-- ==== up ====
-- batch, all or nothing

-- 1. drop materialized view left_empty (replace postgres/materialized-view:left_empty)
DROP MATERIALIZED VIEW public.left_empty;

-- 2. drop view over (replace view:over)
DROP VIEW public.over;

-- 3. drop materialized view m (replace postgres/materialized-view:m)
DROP MATERIALIZED VIEW public.m;

-- 4. create materialized view left_empty (replace postgres/materialized-view:left_empty)
CREATE MATERIALIZED VIEW public.left_empty (id, a) AS
 SELECT id,
    a
   FROM public.t
  WITH NO DATA;

-- 5. create materialized view m (replace postgres/materialized-view:m)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view m again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.m (id, a) AS
 SELECT id,
    a
   FROM public.t
  WHERE (a > 0)
  WITH DATA;

-- 6. create index m_id (replace index:m_id)
CREATE UNIQUE INDEX m_id ON public.m USING btree (id);

-- 7. create view over (replace view:over)
CREATE VIEW public.over (id) AS
 SELECT id
   FROM public.m;

-- ==== down ====
-- batch, all or nothing

-- 1. drop materialized view left_empty (replace postgres/materialized-view:left_empty)
DROP MATERIALIZED VIEW public.left_empty;

-- 2. drop view over (replace view:over)
DROP VIEW public.over;

-- 3. drop materialized view m (replace postgres/materialized-view:m)
DROP MATERIALIZED VIEW public.m;

-- 4. create materialized view left_empty (replace postgres/materialized-view:left_empty)
CREATE MATERIALIZED VIEW public.left_empty (id) AS
 SELECT id
   FROM public.t
  WITH NO DATA;

-- 5. create materialized view m (replace postgres/materialized-view:m)
--    ! slow, fills-materialized-view: runs the query of materialized view m
CREATE MATERIALIZED VIEW public.m (id) AS
 SELECT id
   FROM public.t
  WITH DATA;

-- 6. create index m_id (replace index:m_id)
CREATE UNIQUE INDEX m_id ON public.m USING btree (id);

-- 7. create view over (replace view:over)
CREATE VIEW public.over (id) AS
 SELECT id
   FROM public.m;
