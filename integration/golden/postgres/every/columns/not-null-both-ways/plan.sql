-- alter table:t
--   change-not-null columns.a.not-null: true → false
--   change-not-null columns.b.not-null: false → true

-- ==== up ====
-- batch, all or nothing

-- 1. allow nulls in column a of table t (alter table:t)
--    ! correctness, ends-guarantee: drops the NOT NULL of column a of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t ALTER COLUMN a DROP NOT NULL;

-- 2. forbid nulls in column b of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for nulls in the column b, and rows that do not comply make it fail
ALTER TABLE public.t ALTER COLUMN b SET NOT NULL;

-- ==== down ====
-- batch, all or nothing

-- 1. forbid nulls in column a of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for nulls in the column a, and rows that do not comply make it fail
ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

-- 2. allow nulls in column b of table t (alter table:t)
--    ! correctness, ends-guarantee: drops the NOT NULL of column b of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t ALTER COLUMN b DROP NOT NULL;
