-- alter postgres/composite-type:point3
--   add-attribute attributes.z: z integer
-- alter table:points
--   drop-type ofType: public.point3
--   add-column columns.z: z integer DEFAULT 3
--   add-type ofType: public.point3

-- ==== up ====
-- batch, all or nothing

-- 1. add attribute z of composite type point3 (alter postgres/composite-type:point3)
ALTER TABLE public.points NOT OF;
ALTER TYPE public.point3 ADD ATTRIBUTE z integer;

-- 2. add column z of table points (alter table:points)
ALTER TABLE public.points ADD COLUMN z integer DEFAULT 3;

-- 3. take up the type of table points (alter table:points)
ALTER TABLE public.points OF public.point3;

-- ==== down ====
-- batch, all or nothing

-- 1. drop attribute z of composite type point3 (alter postgres/composite-type:point3)
ALTER TABLE public.points NOT OF;
ALTER TYPE public.point3 DROP ATTRIBUTE z;

-- 2. drop column z of table points (alter table:points)
--    ! data-loss, drops-column: drops column points.z with all of its values [irreversible]
ALTER TABLE public.points DROP COLUMN z;

-- 3. take up the type of table points (alter table:points)
ALTER TABLE public.points OF public.point3;
