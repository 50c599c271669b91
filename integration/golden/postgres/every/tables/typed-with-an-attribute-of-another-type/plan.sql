-- alter postgres/composite-type:point3
--   change-attributes attributes: x integer, y integer → x bigint, y integer
-- alter table:points
--   drop-type ofType: public.point3
--   change-type columns.x.type: integer → bigint
--   add-type ofType: public.point3

-- ==== up ====
-- batch, all or nothing

-- 1. make composite type point3 anew (alter postgres/composite-type:point3)
--    ! blocks-reads, rewrites-table: writes table other again, because the type point3 is made anew; nobody reads or writes it meanwhile
ALTER TABLE public.points NOT OF;
ALTER TYPE public.point3 RENAME TO _schema_sync_old_point3;
CREATE TYPE public.point3 AS (
  x bigint,
  y integer
);
ALTER TABLE public.other ALTER COLUMN p TYPE public.point3 USING CASE WHEN p IS DISTINCT FROM NULL THEN ROW((p).x::bigint, (p).y)::public.point3 END;
DROP TYPE public._schema_sync_old_point3;

-- 2. change the type of column x of table points (alter table:points)
--    ! blocks-reads, rewrites-table: writes table points again, because points.x becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.points ALTER COLUMN x TYPE bigint USING x::bigint;

-- 3. take up the type of table points (alter table:points)
ALTER TABLE public.points OF public.point3;

-- ==== down ====
-- batch, all or nothing

-- 1. make composite type point3 anew (alter postgres/composite-type:point3)
--    ! blocks-reads, rewrites-table: writes table other again, because the type point3 is made anew; nobody reads or writes it meanwhile
--    ! blocks-reads, scans-table: reads all of table other for values of p.x that are no integer, and rows that do not comply make it fail
ALTER TABLE public.points NOT OF;
ALTER TYPE public.point3 RENAME TO _schema_sync_old_point3;
CREATE TYPE public.point3 AS (
  x integer,
  y integer
);
ALTER TABLE public.other ALTER COLUMN p TYPE public.point3 USING CASE WHEN p IS DISTINCT FROM NULL THEN ROW((p).x::integer, (p).y)::public.point3 END;
DROP TYPE public._schema_sync_old_point3;

-- 2. change the type of column x of table points (alter table:points)
--    ! blocks-reads, scans-table: reads all of table points for values of x that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table points again, because points.x becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.points ALTER COLUMN x TYPE integer USING x::integer;

-- 3. take up the type of table points (alter table:points)
ALTER TABLE public.points OF public.point3;
