-- alter table:t
--   rename-column columns.key: id → key
--   rename-column columns.the a: a → the a

-- ==== up ====
-- batch, all or nothing

-- 1. rename column id to key of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.id to key: statements that still say t.id fail from then on
ALTER TABLE public.t RENAME COLUMN id TO key;

-- 2. rename column a to the a of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.a to the a: statements that still say t.a fail from then on
ALTER TABLE public.t RENAME COLUMN a TO "the a";

-- ==== down ====
-- batch, all or nothing

-- 1. rename column the a to a of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.the a to a: statements that still say t.the a fail from then on
ALTER TABLE public.t RENAME COLUMN "the a" TO a;

-- 2. rename column key to id of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.key to id: statements that still say t.key fail from then on
ALTER TABLE public.t RENAME COLUMN key TO id;
