-- alter table:t
--   drop-column columns.v: v integer GENERATED ALWAYS AS ((a * 2)) VIRTUAL
--   add-column columns.v: v integer GENERATED ALWAYS AS ((a * 3)) VIRTUAL
-- replace view:w: it cannot stay while table:t is altered

-- ==== up ====
-- batch, all or nothing

-- 1. drop view w (replace view:w)
DROP VIEW public.w;

-- 2. drop column v of table t (alter table:t)
ALTER TABLE public.t DROP COLUMN v;

-- 3. add column v of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN v integer GENERATED ALWAYS AS ((a * 3)) VIRTUAL;

-- 4. create view w (replace view:w)
CREATE VIEW public.w (v) AS
 SELECT v
   FROM public.t;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view w (replace view:w)
DROP VIEW public.w;

-- 2. drop column v of table t (alter table:t)
ALTER TABLE public.t DROP COLUMN v;

-- 3. add column v of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN v integer GENERATED ALWAYS AS ((a * 2)) VIRTUAL;

-- 4. create view w (replace view:w)
CREATE VIEW public.w (v) AS
 SELECT v
   FROM public.t;
