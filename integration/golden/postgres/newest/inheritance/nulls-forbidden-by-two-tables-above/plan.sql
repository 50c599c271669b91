-- alter table:a
--   change-not-null columns.x.not-null: true → false
-- alter table:z
--   change-not-null columns.x.not-null: true → false
-- left alone: own definition of inherited columns d (x): it is no difference, and is planned for where the table above loses it

-- ==== up ====
-- batch, all or nothing

-- 1. allow nulls in column x of table a (alter table:a)
--    ! correctness, ends-guarantee: drops the NOT NULL of column x of table a: from then on rows come that break it, and no statement fails
ALTER TABLE public.a ALTER COLUMN x DROP NOT NULL;

-- 2. allow nulls in column x of table z (alter table:z)
--    ! correctness, ends-guarantee: drops the NOT NULL of column x of table z: from then on rows come that break it, and no statement fails
ALTER TABLE public.z ALTER COLUMN x DROP NOT NULL;
ALTER TABLE public.d ALTER COLUMN x DROP NOT NULL;

-- ==== down ====
-- batch, all or nothing

-- 1. forbid nulls in column x of table a (alter table:a)
--    ! blocks-reads, scans-table: reads all of table a for nulls in the column x, and rows that do not comply make it fail
ALTER TABLE public.a ALTER COLUMN x SET NOT NULL;

-- 2. forbid nulls in column x of table z (alter table:z)
--    ! blocks-reads, scans-table: reads all of table z for nulls in the column x, and rows that do not comply make it fail
ALTER TABLE public.z ALTER COLUMN x SET NOT NULL;
