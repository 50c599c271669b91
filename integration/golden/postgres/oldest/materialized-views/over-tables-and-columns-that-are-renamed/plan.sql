-- rename table:New t from table:t
-- rename table:select from table:Other t
-- alter table:select
--   rename-column columns.from: t_id → from

-- ==== up ====
-- batch, all or nothing

-- 1. rename table t to New t (rename table:New t)
--    ! correctness, breaks-clients: renames table t to New t: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO "New t";

-- 2. rename table Other t to select (rename table:select)
--    ! correctness, breaks-clients: renames table Other t to select: statements that still say Other t fail from then on
ALTER TABLE public."Other t" RENAME TO "select";

-- 3. rename column t_id to from of table select (alter table:select)
--    ! correctness, breaks-clients: renames column select.t_id to from: statements that still say select.t_id fail from then on
ALTER TABLE public."select" RENAME COLUMN t_id TO "from";

-- ==== down ====
-- batch, all or nothing

-- 1. rename table select to Other t (rename table:Other t)
--    ! correctness, breaks-clients: renames table select to Other t: statements that still say select fail from then on
ALTER TABLE public."select" RENAME TO "Other t";

-- 2. rename table New t to t (rename table:t)
--    ! correctness, breaks-clients: renames table New t to t: statements that still say New t fail from then on
ALTER TABLE public."New t" RENAME TO t;

-- 3. rename column from to t_id of table Other t (alter table:Other t)
--    ! correctness, breaks-clients: renames column Other t.from to t_id: statements that still say Other t.from fail from then on
ALTER TABLE public."Other t" RENAME COLUMN "from" TO t_id;
