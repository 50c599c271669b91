-- rename postgres/composite-type:we"ird Point from postgres/composite-type:point3
-- alter postgres/composite-type:we"ird Point
--   add-attribute attributes.z: z integer
-- alter table:points
--   drop-type ofType: public."we""ird Point"
--   add-column columns.z: z integer
--   add-type ofType: public."we""ird Point"

-- ==== up ====
-- batch, all or nothing

-- 1. rename composite type point3 to we"ird Point (rename postgres/composite-type:we"ird Point)
--    ! correctness, breaks-clients: renames composite type point3 to we"ird Point: statements that still say point3 fail from then on
ALTER TYPE public.point3 RENAME TO "we""ird Point";

-- 2. add attribute z of composite type we"ird Point (alter postgres/composite-type:we"ird Point)
ALTER TABLE public.points NOT OF;
ALTER TYPE public."we""ird Point" ADD ATTRIBUTE z integer;

-- 3. add column z of table points (alter table:points)
ALTER TABLE public.points ADD COLUMN z integer;

-- 4. take up the type of table points (alter table:points)
ALTER TABLE public.points OF public."we""ird Point";

-- ==== down ====
-- batch, all or nothing

-- 1. rename composite type we"ird Point to point3 (rename postgres/composite-type:point3)
--    ! correctness, breaks-clients: renames composite type we"ird Point to point3: statements that still say we"ird Point fail from then on
ALTER TYPE public."we""ird Point" RENAME TO point3;

-- 2. drop attribute z of composite type point3 (alter postgres/composite-type:point3)
ALTER TABLE public.points NOT OF;
ALTER TYPE public.point3 DROP ATTRIBUTE z;

-- 3. drop column z of table points (alter table:points)
--    ! data-loss, drops-column: drops column points.z with all of its values [irreversible]
ALTER TABLE public.points DROP COLUMN z;

-- 4. take up the type of table points (alter table:points)
ALTER TABLE public.points OF public.point3;
