-- alter table:t
--   change-type columns.a.type: jsonb → integer
--   change-default columns.a.default: '1'::jsonb → 1

-- ==== up ====
-- batch, all or nothing

-- 1. change the type of column a of table t (alter table:t)
--    ! data-loss, converts-values: changes t.a from jsonb to integer, which may cut, round or refuse stored values [irreversible]
--    ! blocks-reads, rewrites-table: writes table t again, because t.a becomes integer; nobody reads or writes it meanwhile
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 1;

-- The way down does not bring back:
--   alter table:t: changes t.a from jsonb to integer, which may cut, round or refuse stored values

-- ==== down ====
-- batch, all or nothing

-- 1. drop column a of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.a with all of its values and adds it as jsonb: PostgreSQL knows no conversion from integer [irreversible]
ALTER TABLE public.t DROP COLUMN a;

-- 2. add column a of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN a jsonb DEFAULT '1'::jsonb;
