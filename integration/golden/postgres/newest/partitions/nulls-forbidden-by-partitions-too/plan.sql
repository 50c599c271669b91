-- alter table:t
--   change-not-null columns.id.not-null: true → false

-- ==== up ====
-- batch, all or nothing

-- 1. allow nulls in column id of table t (alter table:t)
--    ! correctness, ends-guarantee: drops the NOT NULL of column id of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.t1 ALTER COLUMN id DROP NOT NULL;

-- ==== down ====
-- batch, all or nothing

-- 1. forbid nulls in column id of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for nulls in the column id, and rows that do not comply make it fail
ALTER TABLE public.t ALTER COLUMN id SET NOT NULL;
