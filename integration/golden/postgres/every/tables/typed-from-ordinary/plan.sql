-- alter postgres/composite-type:point3
--   drop-attribute attributes.y: y integer
--   add-attribute attributes.select: "select" integer
--   add-attribute attributes.z: z text
-- alter table:points
--   drop-column columns.note: note text
--   change-type columns.x.type: bigint → integer
--   change-default columns.select.default: 2 → none
--   add-column columns.z: z text DEFAULT 'low'::text NOT NULL
--   add-type ofType: public.point3

-- ==== up ====
-- batch, all or nothing

-- 1. drop attribute y of composite type point3 (alter postgres/composite-type:point3)
ALTER TYPE public.point3 DROP ATTRIBUTE y;

-- 2. add attribute select of composite type point3 (alter postgres/composite-type:point3)
ALTER TYPE public.point3 ADD ATTRIBUTE "select" integer;

-- 3. add attribute z of composite type point3 (alter postgres/composite-type:point3)
ALTER TYPE public.point3 ADD ATTRIBUTE z text;

-- 4. drop column note of table points (alter table:points)
--    ! data-loss, drops-column: drops column points.note with all of its values [irreversible]
ALTER TABLE public.points DROP COLUMN note;

-- 5. change the type of column x of table points (alter table:points)
--    ! blocks-reads, scans-table: reads all of table points for values of x that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table points again, because points.x becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.points ALTER COLUMN x TYPE integer USING x::integer;

-- 6. change the default of column select of table points (alter table:points)
ALTER TABLE public.points ALTER COLUMN "select" DROP DEFAULT;

-- 7. add column z of table points (alter table:points)
ALTER TABLE public.points ADD COLUMN z text DEFAULT 'low'::text NOT NULL;

-- 8. take up the type of table points (alter table:points)
ALTER TABLE public.points OF public.point3;

-- The way down does not bring back:
--   alter table:points: drops column points.note with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. let go of the type of table points (alter table:points)
ALTER TABLE public.points NOT OF;

-- 2. drop column z of table points (alter table:points)
--    ! data-loss, drops-column: drops column points.z with all of its values [irreversible]
ALTER TABLE public.points DROP COLUMN z;

-- 3. change the type of column x of table points (alter table:points)
--    ! blocks-reads, rewrites-table: writes table points again, because points.x becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.points ALTER COLUMN x TYPE bigint USING x::bigint;

-- 4. change the default of column select of table points (alter table:points)
ALTER TABLE public.points ALTER COLUMN "select" SET DEFAULT 2;

-- 5. add column note of table points (alter table:points)
ALTER TABLE public.points ADD COLUMN note text;

-- 6. drop attribute select of composite type point3 (alter postgres/composite-type:point3)
ALTER TYPE public.point3 DROP ATTRIBUTE "select";

-- 7. drop attribute z of composite type point3 (alter postgres/composite-type:point3)
ALTER TYPE public.point3 DROP ATTRIBUTE z;

-- 8. add attribute y of composite type point3 (alter postgres/composite-type:point3)
ALTER TYPE public.point3 ADD ATTRIBUTE y integer;
