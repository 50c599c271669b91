-- alter table:t
--   change-statistics columns.a.statistics: 500 → none
--   change-statistics columns.b.statistics: none → 1000
--   change-statistics columns.id.statistics: none → 0

-- ==== up ====
-- batch, all or nothing

-- 1. change the statistics target of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET STATISTICS -1;

-- 2. change the statistics target of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b SET STATISTICS 1000;

-- 3. change the statistics target of column id of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN id SET STATISTICS 0;

-- ==== down ====
-- batch, all or nothing

-- 1. change the statistics target of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET STATISTICS 500;

-- 2. change the statistics target of column b of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN b SET STATISTICS -1;

-- 3. change the statistics target of column id of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN id SET STATISTICS -1;
