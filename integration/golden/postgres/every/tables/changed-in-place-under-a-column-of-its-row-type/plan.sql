-- alter table:t
--   drop-column columns.b: b integer
--   change-default columns.a.default: none → 2
--   change-not-null columns.id.not-null: false → true
--   add-column columns.c: c text

-- ==== up ====
-- batch, all or nothing

-- 1. drop column b of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.b with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN b;

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 2;

-- 3. forbid nulls in column id of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for nulls in the column id, and rows that do not comply make it fail
ALTER TABLE public.t ALTER COLUMN id SET NOT NULL;

-- 4. add column c of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN c text;

-- The way down does not bring back:
--   alter table:t: drops column t.b with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop column c of table t (alter table:t)
--    ! data-loss, drops-column: drops column t.c with all of its values [irreversible]
ALTER TABLE public.t DROP COLUMN c;

-- 2. change the default of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

-- 3. allow nulls in column id of table t (alter table:t)
--    ! correctness, ends-guarantee: drops the NOT NULL of column id of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t ALTER COLUMN id DROP NOT NULL;

-- 4. add column b of table t (alter table:t)
ALTER TABLE public.t ADD COLUMN b integer;
