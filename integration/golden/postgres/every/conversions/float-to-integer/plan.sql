-- alter table:t
--   change-type columns.a.type: double precision → integer
--   change-default columns.a.default: 1.5 → 2

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from double precision to integer, which rounds stored values to whole numbers, and fails where one is too large [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 2;

-- The way down does not bring back:
--   alter table:t: changes t.a from double precision to integer, which rounds stored values to whole numbers, and fails where one is too large

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes double precision; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE double precision USING a::double precision;

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 1.5;
