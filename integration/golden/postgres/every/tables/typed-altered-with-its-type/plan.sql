-- alter postgres/composite-type:point3
--   add-attribute attributes.z: z integer
-- left alone: table points: not covered yet

-- ==== up ====
-- batch, all or nothing

-- 1. add attribute z of composite type point3 (alter postgres/composite-type:point3)
ALTER TYPE public.point3 ADD ATTRIBUTE z integer;

-- ==== down ====
-- batch, all or nothing

-- 1. drop attribute z of composite type point3 (alter postgres/composite-type:point3)
ALTER TYPE public.point3 DROP ATTRIBUTE z;
