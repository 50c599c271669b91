-- drop view:v
-- drop view:w

-- ==== up ====
-- batch, all or nothing

-- 1. drop view w (drop view:w)
--    ! correctness, drops-view: drops view w: statements that use it fail from then on
DROP VIEW public.w;

-- 2. drop view v (drop view:v)
--    ! correctness, drops-view: drops view v: statements that use it fail from then on
DROP VIEW public.v;

-- ==== down ====
-- batch, all or nothing

-- 1. create view v (create view:v)
CREATE VIEW public.v (id, a) AS
 SELECT id,
    a
   FROM public.t;

-- 2. create view w (create view:w)
CREATE VIEW public.w (id) AS
 SELECT v.id
   FROM (public.v
     JOIN public.t USING (id));
