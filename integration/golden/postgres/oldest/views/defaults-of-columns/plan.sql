-- alter view:v
--   change-default columns.id.default: none → 7
--   change-default columns.a.default: 1 → none
--   change-default columns.b.default: 1 → 2
-- create view:w

-- ==== up ====
-- batch, all or nothing

-- 1. change the default of column id of view v (alter view:v)
ALTER VIEW public.v ALTER COLUMN id SET DEFAULT 7;

-- 2. change the default of column a of view v (alter view:v)
ALTER VIEW public.v ALTER COLUMN a DROP DEFAULT;

-- 3. change the default of column b of view v (alter view:v)
ALTER VIEW public.v ALTER COLUMN b SET DEFAULT 2;

-- 4. create view w (create view:w)
CREATE VIEW public.w (id) AS
 SELECT t.id
   FROM public.t;
ALTER VIEW public.w ALTER COLUMN id SET DEFAULT 7;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view w (drop view:w)
--    ! correctness, drops-view: drops view w: statements that use it fail from then on
DROP VIEW public.w;

-- 2. change the default of column id of view v (alter view:v)
ALTER VIEW public.v ALTER COLUMN id DROP DEFAULT;

-- 3. change the default of column a of view v (alter view:v)
ALTER VIEW public.v ALTER COLUMN a SET DEFAULT 1;

-- 4. change the default of column b of view v (alter view:v)
ALTER VIEW public.v ALTER COLUMN b SET DEFAULT 1;
