-- drop index:points_z
-- alter postgres/composite-type:point3
--   drop-attribute attributes.z: z integer
-- alter table:points
--   drop-type ofType: public.point3
--   drop-column columns.z: z integer
--   add-type ofType: public.point3

-- ==== up ====
-- batch, all or nothing

-- 1. drop index points_z (drop index:points_z)
--    ! slow, drops-index: drops index points_z: queries that used it read all of table points from then on
DROP INDEX public.points_z;

-- 2. drop attribute z of composite type point3 (alter postgres/composite-type:point3)
ALTER TABLE public.points NOT OF;
ALTER TYPE public.point3 DROP ATTRIBUTE z;

-- 3. drop column z of table points (alter table:points)
--    ! data-loss, drops-column: drops column points.z with all of its values [irreversible]
ALTER TABLE public.points DROP COLUMN z;

-- 4. take up the type of table points (alter table:points)
ALTER TABLE public.points OF public.point3;

-- The way down does not bring back:
--   alter table:points: drops column points.z with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add attribute z of composite type point3 (alter postgres/composite-type:point3)
ALTER TABLE public.points NOT OF;
ALTER TYPE public.point3 ADD ATTRIBUTE z integer;

-- 2. add column z of table points (alter table:points)
ALTER TABLE public.points ADD COLUMN z integer;

-- 3. take up the type of table points (alter table:points)
ALTER TABLE public.points OF public.point3;

-- 4. create index points_z (create index:points_z)
--    ! blocks-writes, builds-index: builds an index over table points; nobody writes to it meanwhile
CREATE INDEX points_z ON public.points USING btree (z, x);
