-- alter table:t
--   change-type columns.a.type: text → integer
--   change-type columns.b.type: bigint → integer
--   change-type columns.c.type: timestamp without time zone → date
--   change-type columns.d.type: numeric → numeric(5,1)
--   change-type columns.e.type: boolean → integer
--   change-type columns.f.type: text[] → integer[]

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from text to integer, which reads stored values as integer: how they are written is not kept, and it fails where one is no integer [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 2. change the type of column b of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of b that are no integer, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE integer USING b::integer;

-- 3. change the type of column c of table t (alter table:t)
--    ! data-loss, converts-values: changes t.c from timestamp without time zone to date, which takes the time of day from stored values [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.c becomes date; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN c TYPE date USING c::date;

-- 4. change the type of column d of table t (alter table:t)
--    ! data-loss, converts-values: changes t.d from numeric to numeric(5,1), which rounds stored values to 1 digit after the point, and fails where one is too large [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.d becomes numeric(5,1); nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN d TYPE numeric(5,1) USING d::numeric(5,1);

-- 5. change the type of column e of table t (alter table:t)
--    ! data-loss, converts-values: changes t.e from boolean to integer, which may cut, round or refuse stored values [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.e becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN e TYPE integer USING e::integer;

-- 6. change the type of column f of table t (alter table:t)
--    ! data-loss, converts-values: changes t.f from text[] to integer[], which reads stored values as integer: how they are written is not kept, and it fails where one is no integer [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.f becomes integer[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN f TYPE integer[] USING f::integer[];

-- The way down does not bring back:
--   alter table:t: changes t.a from text to integer, which reads stored values as integer: how they are written is not kept, and it fails where one is no integer
--   alter table:t: changes t.c from timestamp without time zone to date, which takes the time of day from stored values
--   alter table:t: changes t.d from numeric to numeric(5,1), which rounds stored values to 1 digit after the point, and fails where one is too large
--   alter table:t: changes t.e from boolean to integer, which may cut, round or refuse stored values
--   alter table:t: changes t.f from text[] to integer[], which reads stored values as integer: how they are written is not kept, and it fails where one is no integer

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a::text;

-- 2. change the type of column b of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes bigint; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE bigint USING b::bigint;

-- 3. change the type of column c of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for values of c that are no timestamp without time zone, and rows that do not comply make it fail
--    ! blocks-reads, rewrites-table: writes table t again, because t.c becomes timestamp without time zone; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN c TYPE timestamp without time zone USING c::timestamp without time zone;

-- 4. change the type of column d of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN d TYPE numeric;

-- 5. change the type of column e of table t (alter table:t)
--    ! data-loss, converts-values: changes t.e from integer to boolean, which may cut, round or refuse stored values [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.e becomes boolean; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN e TYPE boolean USING e::boolean;

-- 6. change the type of column f of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.f becomes text[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN f TYPE text[] USING f::text[];
