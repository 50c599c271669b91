-- alter table:t
--   drop-column columns.b: b integer GENERATED ALWAYS AS ((a * 2)) STORED
--   add-column columns.b: b integer GENERATED ALWAYS AS ((a * 2)) VIRTUAL

-- ==== up ====
-- batch, all or nothing

-- 1. drop column b of table t (alter table:t)
ALTER TABLE public.t DROP COLUMN b;

-- 2. add column b of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS ((a * 2)) VIRTUAL;

-- ==== down ====
-- batch, all or nothing

-- 1. drop column b of table t (alter table:t)
ALTER TABLE public.t DROP COLUMN b;

-- 2. add column b of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, to fill in the column b; nobody reads or writes it meanwhile
ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS ((a * 2)) STORED;
