-- alter table:t
--   change-column-options columns.a.column-options: ["n_distinct=100"] → ["n_distinct=-1"]
--   change-column-options columns.b.column-options: ["n_distinct=5","n_distinct_inherited=6"] → ["n_distinct_inherited=6"]

-- ==== up ====
-- batch, all or nothing

-- 1. change the options of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET (n_distinct=-1);

-- 2. change the options of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b RESET (n_distinct);

-- ==== down ====
-- batch, all or nothing

-- 1. change the options of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET (n_distinct=100);

-- 2. change the options of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b SET (n_distinct=5);
