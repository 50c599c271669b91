-- rename postgres/statistics:New from postgres/statistics:old
-- rename table:T from table:t
-- alter table:T
--   rename-column columns.mcv: a → mcv

-- ==== up ====
-- batch, all or nothing

-- 1. rename table t to T (rename table:T)
--    ! correctness, breaks-clients: renames table t to T: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO "T";

-- 2. rename column a to mcv of table T (alter table:T)
--    ! correctness, breaks-clients: renames column T.a to mcv: statements that still say T.a fail from then on
ALTER TABLE public."T" RENAME COLUMN a TO mcv;

-- 3. rename statistics old to New (rename postgres/statistics:New)
ALTER STATISTICS public.old RENAME TO "New";

-- ==== down ====
-- batch, all or nothing

-- 1. rename table T to t (rename table:t)
--    ! correctness, breaks-clients: renames table T to t: statements that still say T fail from then on
ALTER TABLE public."T" RENAME TO t;

-- 2. rename column mcv to a of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.mcv to a: statements that still say t.mcv fail from then on
ALTER TABLE public.t RENAME COLUMN mcv TO a;

-- 3. rename statistics New to old (rename postgres/statistics:old)
ALTER STATISTICS public."New" RENAME TO old;
