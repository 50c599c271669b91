-- alter table:t
--   rename-column columns.z: a → z
--   change-statistics columns.z.statistics: 7 → 9

-- ==== up ====
-- batch, all or nothing

-- 1. rename column a to z of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.a to z: statements that still say t.a fail from then on
ALTER TABLE public.t RENAME COLUMN a TO z;

-- 2. change the statistics target of column z of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN z SET STATISTICS 9;

-- ==== down ====
-- batch, all or nothing

-- 1. rename column z to a of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.z to a: statements that still say t.z fail from then on
ALTER TABLE public.t RENAME COLUMN z TO a;

-- 2. change the statistics target of column a of table t (alter table:t)
ALTER TABLE public.t ALTER COLUMN a SET STATISTICS 7;
