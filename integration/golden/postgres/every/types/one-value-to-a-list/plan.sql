-- alter table:t
--   change-type columns.a.type: integer → bigint[]
--   change-type columns.b.type: date → text[]

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes bigint[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE bigint[] USING CASE WHEN a IS NOT NULL THEN ARRAY[a::bigint] END;

-- 2. change the type of column b of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes text[]; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE text[] USING CASE WHEN b IS NOT NULL THEN ARRAY[b::text] END;

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from bigint[] to integer, which may cut, round or refuse stored values [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a[1]::integer;

-- 2. change the type of column b of table t (alter table:t)
--    ! data-loss, converts-values: changes t.b from text[] to date, which may cut, round or refuse stored values [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.b becomes date; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE date USING b[1]::date;
