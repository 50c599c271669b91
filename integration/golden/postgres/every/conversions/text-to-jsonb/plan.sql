-- alter table:t
--   change-type columns.a.type: text → jsonb
--   change-default columns.a.default: '{}'::text → '{}'::jsonb

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from text to jsonb, which reads stored values as jsonb: how they are written is not kept, and it fails where one is no jsonb [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes jsonb; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE jsonb USING a::jsonb;

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT '{}'::jsonb;

-- The way down does not bring back:
--   alter table:t: changes t.a from text to jsonb, which reads stored values as jsonb: how they are written is not kept, and it fails where one is no jsonb

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a::text;

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT '{}'::text;
