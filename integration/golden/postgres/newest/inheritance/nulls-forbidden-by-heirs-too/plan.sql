-- alter table:c
--   change-origin columns.must.origin: inherited → own
--   change-default columns.must.default: 0 → none
--   change-not-null columns.own.not-null: true
-- alter table:c_2
--   change-not-null columns.own.not-null: true
-- alter table:p
--   drop-column columns.must: must integer DEFAULT 0 NOT NULL
--   change-not-null columns.own.not-null: true → false
--   change-not-null columns.was.not-null: true → false
-- left alone: own definition of inherited columns c (own, was): it is no difference, and is planned for where the table above loses it
-- left alone: own definition of inherited columns c_2 (own): it is no difference, and is planned for where the table above loses it

-- ==== up ====
-- batch, all or nothing

-- 1. drop column must of table p (alter table:p)
--    ! data-loss, drops-column: drops column p.must with all of its values [irreversible]
ALTER TABLE ONLY public.p ALTER COLUMN must DROP NOT NULL;
ALTER TABLE ONLY public.p DROP COLUMN must;

-- 2. allow nulls in column own of table p (alter table:p)
--    ! correctness, ends-guarantee: drops the NOT NULL of column own of table p: from then on rows come that break it, and no statement fails
ALTER TABLE public.p ALTER COLUMN own DROP NOT NULL;

-- 3. allow nulls in column was of table p (alter table:p)
--    ! correctness, ends-guarantee: drops the NOT NULL of column was of table p: from then on rows come that break it, and no statement fails
ALTER TABLE public.p ALTER COLUMN was DROP NOT NULL;
ALTER TABLE public.c ALTER COLUMN was DROP NOT NULL;

-- 4. change the default of column must of table c (alter table:c)
ALTER TABLE public.c ALTER COLUMN must DROP DEFAULT;

-- 5. forbid nulls in column own of table c (alter table:c)
--    ! blocks-reads, scans-table: reads all of table c for nulls in the column own, and rows that do not comply make it fail
ALTER TABLE public.c ALTER COLUMN own SET NOT NULL;

-- 6. forbid nulls in column own of table c_2 (alter table:c_2)
--    ! blocks-reads, scans-table: reads all of table c_2 for nulls in the column own, and rows that do not comply make it fail
ALTER TABLE public.c_2 ALTER COLUMN own SET NOT NULL;

-- The way down does not bring back:
--   alter table:p: drops column p.must with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. forbid nulls in column own of table p (alter table:p)
--    ! blocks-reads, scans-table: reads all of table p for nulls in the column own, and rows that do not comply make it fail
ALTER TABLE public.p ALTER COLUMN own SET NOT NULL;

-- 2. forbid nulls in column was of table p (alter table:p)
--    ! blocks-reads, scans-table: reads all of table p for nulls in the column was, and rows that do not comply make it fail
ALTER TABLE public.p ALTER COLUMN was SET NOT NULL;

-- 3. add column must of table p (alter table:p)
ALTER TABLE public.p ADD COLUMN must integer DEFAULT 0 NOT NULL;

-- 4. change the default of column must of table c (alter table:c)
ALTER TABLE public.c ALTER COLUMN must SET DEFAULT 0;

-- 5. forbid nulls in column own of table c (alter table:c)
--    ! blocks-reads, scans-table: reads all of table c for nulls in the column own, and rows that do not comply make it fail
ALTER TABLE public.c ALTER COLUMN own SET NOT NULL;
