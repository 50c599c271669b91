-- rename table:T from table:t
-- alter table:T
--   rename-column columns.A: a → A
-- rename view:w from view:v

-- ==== up ====
-- batch, all or nothing

-- 1. rename table t to T (rename table:T)
--    ! correctness, breaks-clients: renames table t to T: statements that still say t fail from then on
ALTER TABLE public.t RENAME TO "T";

-- 2. rename view v to w (rename view:w)
--    ! correctness, breaks-clients: renames view v to w: statements that still say v fail from then on
ALTER VIEW public.v RENAME TO w;

-- 3. rename column a to A of table T (alter table:T)
--    ! correctness, breaks-clients: renames column T.a to A: statements that still say T.a fail from then on
ALTER TABLE public."T" RENAME COLUMN a TO "A";

-- ==== down ====
-- batch, all or nothing

-- 1. rename table T to t (rename table:t)
--    ! correctness, breaks-clients: renames table T to t: statements that still say T fail from then on
ALTER TABLE public."T" RENAME TO t;

-- 2. rename view w to v (rename view:v)
--    ! correctness, breaks-clients: renames view w to v: statements that still say w fail from then on
ALTER VIEW public.w RENAME TO v;

-- 3. rename column A to a of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.A to a: statements that still say t.A fail from then on
ALTER TABLE public.t RENAME COLUMN "A" TO a;
