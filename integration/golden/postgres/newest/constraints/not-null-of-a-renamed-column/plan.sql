-- alter table:t
--   rename-column columns.y: b → y
--   rename-column columns.z: a → z

-- ==== up ====
-- batch, all or nothing

-- 1. rename column b to y of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.b to y: statements that still say t.b fail from then on
ALTER TABLE public.t RENAME COLUMN b TO y;

-- 2. rename column a to z of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.a to z: statements that still say t.a fail from then on
ALTER TABLE public.t RENAME COLUMN a TO z;

-- ==== down ====
-- batch, all or nothing

-- 1. rename column z to a of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.z to a: statements that still say t.z fail from then on
ALTER TABLE public.t RENAME COLUMN z TO a;

-- 2. rename column y to b of table t (alter table:t)
--    ! correctness, breaks-clients: renames column t.y to b: statements that still say t.y fail from then on
ALTER TABLE public.t RENAME COLUMN y TO b;
