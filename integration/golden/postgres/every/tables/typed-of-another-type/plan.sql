-- alter postgres/composite-type:point2
--   add-attribute attributes.w: w integer
-- create postgres/composite-type:point3
-- alter table:points
--   drop-type ofType: public.point2
--   change-type columns.y.type: integer → bigint
--   add-column columns.z: z integer
--   add-type ofType: public.point3

-- ==== up ====
-- batch, all or nothing

-- 1. create composite type point3 (create postgres/composite-type:point3)
CREATE TYPE public.point3 AS (
  x integer,
  y bigint,
  z integer
);

-- 2. let go of the type of table points (alter table:points)
ALTER TABLE public.points NOT OF;

-- 3. change the type of column y of table points (alter table:points)
--    ! blocks-reads, rewrites-table: writes table points again, because points.y becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.points ALTER COLUMN y TYPE bigint USING y::bigint;

-- 4. add column z of table points (alter table:points)
ALTER TABLE public.points ADD COLUMN z integer;

-- 5. take up the type of table points (alter table:points)
ALTER TABLE public.points OF public.point3;

-- 6. add attribute w of composite type point2 (alter postgres/composite-type:point2)
ALTER TYPE public.point2 ADD ATTRIBUTE w integer;

-- ==== down ====
-- batch, all or nothing

-- 1. drop attribute w of composite type point2 (alter postgres/composite-type:point2)
ALTER TYPE public.point2 DROP ATTRIBUTE w;

-- 2. let go of the type of table points (alter table:points)
ALTER TABLE public.points NOT OF;

-- 3. drop column z of table points (alter table:points)
--    ! data-loss, drops-column: drops column points.z with all of its values [irreversible]
ALTER TABLE public.points DROP COLUMN z;

-- 4. change the type of column y of table points (alter table:points)
--    ! blocks-reads, scans-table: reads all of table points for values of y that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table points again, because points.y becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.points ALTER COLUMN y TYPE integer USING y::integer;

-- 5. take up the type of table points (alter table:points)
ALTER TABLE public.points OF public.point2;

-- 6. drop composite type point3 (drop postgres/composite-type:point3)
--    ! correctness, drops-type: drops composite type point3: statements that name it fail from then on, casts among them
DROP TYPE public.point3;
