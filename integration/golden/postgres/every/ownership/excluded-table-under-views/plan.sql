-- alter view:v
--   add-column columns.n: n integer
--   change-query select:  SELECT t.id,\n    t.a\n   FROM public.t,\n    public.u; →  SELECT t.id,\n    t.a,\n    u.n\n   FROM public.t,\n    public.u;
-- create view:w
-- left alone: postgres/constraint t_pkey: belongs to something that is left alone
-- left alone: table t: excluded by t

-- ==== up ====
-- batch, all or nothing

-- 1. change the query of view v (alter view:v)
CREATE OR REPLACE VIEW public.v (id, a, n) AS
 SELECT t.id,
    t.a,
    u.n
   FROM public.t,
    public.u;

-- 2. create view w (create view:w)
CREATE VIEW public.w (a, n) AS
 SELECT t.a,
    sum(u.n) AS n
   FROM public.t,
    public.u
  GROUP BY t.id;

-- ==== down ====
-- batch, all or nothing

-- 1. drop materialized view m (replace postgres/materialized-view:m)
DROP MATERIALIZED VIEW public.m;

-- 2. drop view v (replace view:v)
DROP VIEW public.v;

-- 3. drop view w (drop view:w)
--    ! correctness, drops-view: drops view w: statements that use it fail from then on
DROP VIEW public.w;

-- 4. create view v (replace view:v)
CREATE VIEW public.v (id, a) AS
 SELECT t.id,
    t.a
   FROM public.t,
    public.u;

-- 5. create materialized view m (replace postgres/materialized-view:m)
--    ! blocks-reads, rebuilds-materialized-view: makes materialized view m again; nobody reads it until its query has run
CREATE MATERIALIZED VIEW public.m (a, n) AS
 SELECT v.a,
    u.n
   FROM public.v,
    public.u
  WITH DATA;

-- 6. create index m_a (replace index:m_a)
CREATE INDEX m_a ON public.m USING btree (a);
