-- alter table:t
--   change-not-null-constraint columns.b.not-null-constraint: none → {"name":"b_there"}
--   change-not-null columns.c.not-null: false → true
--   change-not-null-constraint columns.c.not-null-constraint: none → {"name":"c_there"}

-- ==== up ====
-- batch, all or nothing

-- 1. change the NOT NULL constraint of column b of table t (alter table:t)
ALTER TABLE public.t RENAME CONSTRAINT t_b_not_null TO b_there;

-- 2. forbid nulls in column c of table t (alter table:t)
--    ! blocks-reads, scans-table: reads all of table t for nulls in the column c, and rows that do not comply make it fail
ALTER TABLE public.t ADD CONSTRAINT c_there NOT NULL c;

-- ==== down ====
-- batch, all or nothing

-- 1. change the NOT NULL constraint of column b of table t (alter table:t)
ALTER TABLE public.t RENAME CONSTRAINT b_there TO t_b_not_null;

-- 2. allow nulls in column c of table t (alter table:t)
--    ! correctness, ends-guarantee: drops the NOT NULL of column c of table t: from then on rows come that break it, and no statement fails
ALTER TABLE public.t ALTER COLUMN c DROP NOT NULL;
