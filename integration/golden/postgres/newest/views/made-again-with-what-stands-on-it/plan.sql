-- replace postgres/materialized-view:m: it cannot stay while view:on_v is replaced
-- replace view:on_v: it cannot stay while view:v is replaced
-- replace view:v: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch, all or nothing

-- 1. drop materialized view m (replace postgres/materialized-view:m)
DROP MATERIALIZED VIEW public.m;

-- 2. drop view on_v (replace view:on_v)
DROP VIEW public.on_v;

-- 3. drop view v (replace view:v)
DROP VIEW public.v;

-- 4. create view v (replace view:v)
CREATE VIEW public.v (a, id) AS
 SELECT (a)::bigint AS a,
    id
   FROM public.t;

-- 5. create view on_v (replace view:on_v)
CREATE VIEW public.on_v (id) AS
 SELECT id
   FROM public.v;

-- 6. create materialized view m (replace postgres/materialized-view:m)
CREATE MATERIALIZED VIEW public.m (id) AS
 SELECT id
   FROM public.on_v
  WITH NO DATA;

-- ==== down ====
-- batch, all or nothing

-- 1. drop materialized view m (replace postgres/materialized-view:m)
DROP MATERIALIZED VIEW public.m;

-- 2. drop view on_v (replace view:on_v)
DROP VIEW public.on_v;

-- 3. drop view v (replace view:v)
DROP VIEW public.v;

-- 4. create view v (replace view:v)
CREATE VIEW public.v (id, a) AS
 SELECT id,
    a
   FROM public.t;

-- 5. create view on_v (replace view:on_v)
CREATE VIEW public.on_v (id) AS
 SELECT id
   FROM public.v;

-- 6. create materialized view m (replace postgres/materialized-view:m)
CREATE MATERIALIZED VIEW public.m (id) AS
 SELECT id
   FROM public.on_v
  WITH NO DATA;
