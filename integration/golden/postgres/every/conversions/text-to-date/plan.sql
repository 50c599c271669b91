-- alter table:t
--   change-type columns.a.type: text → date
--   change-default columns.a.default: '2024-01-01'::text → '2024-01-01'::date

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from text to date, which reads stored values as date: how they are written is not kept, and it fails where one is no date [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes date; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE date USING a::date;

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT '2024-01-01'::date;

-- The way down does not bring back:
--   alter table:t: changes t.a from text to date, which reads stored values as date: how they are written is not kept, and it fails where one is no date

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a::text;

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT '2024-01-01'::text;
