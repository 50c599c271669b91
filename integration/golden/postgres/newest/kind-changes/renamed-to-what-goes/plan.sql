-- rename table:v from table:t
-- drop view:v
-- replace view:w: it cannot stay while view:v is replaced

-- ==== up ====
-- batch, all or nothing

-- 1. drop view w (replace view:w)
DROP VIEW public.w;

-- 2. drop view v (drop view:v)
--    ! correctness, drops-view: drops view v: statements that use it fail from then on
DROP VIEW public.v;

-- 3. rename table t to v (rename table:v)
--    ! correctness, breaks-clients: renames table t to v: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO v;

-- 4. create view w (replace view:w)
CREATE VIEW public.w (id) AS
 SELECT id
   FROM public.v;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view w (replace view:w)
DROP VIEW public.w;

-- 2. rename table v to t (rename table:t)
--    ! correctness, breaks-clients: renames table v to t: statements that still say v fail from then on
ALTER TABLE public.v RENAME TO t;

-- 3. create view v (create view:v)
CREATE VIEW public.v (id) AS
 SELECT 1 AS id;

-- 4. create view w (replace view:w)
CREATE VIEW public.w (id) AS
 SELECT id
   FROM public.v;
