-- alter table:t
--   rename-column columns.A b: a → A b
--   rename-column columns.key: id → key

-- ==== up ====
-- batch, all or nothing

-- 1. rename column a to A b of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.a to A b: statements that still say t.a fail from then on
ALTER TABLE public.t RENAME COLUMN a TO "A b";

-- 2. rename column id to key of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.id to key: statements that still say t.id fail from then on
ALTER TABLE public.t RENAME COLUMN id TO key;

-- ==== down ====
-- batch, all or nothing

-- 1. rename column A b to a of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.A b to a: statements that still say t.A b fail from then on
ALTER TABLE public.t RENAME COLUMN "A b" TO a;

-- 2. rename column key to id of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.key to id: statements that still say t.key fail from then on
ALTER TABLE public.t RENAME COLUMN key TO id;
