-- alter table:t
--   change-type columns.a.type: text → boolean
--   change-default columns.a.default: 'true'::text → true

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from text to boolean, which reads stored values as boolean: how they are written is not kept, and it fails where one is no boolean [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes boolean; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE boolean USING a::boolean;

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT true;

-- The way down does not bring back:
--   alter table:t: changes t.a from text to boolean, which reads stored values as boolean: how they are written is not kept, and it fails where one is no boolean

-- ==== down ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes text; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a::text;

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'true'::text;
