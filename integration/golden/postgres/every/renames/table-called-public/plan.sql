-- alter table:public
--   rename-column columns.b: a → b

-- ==== up ====
-- batch, all or nothing

-- 1. rename column a to b of table public (alter table:public)
--    ! correctness, breaks-clients: renames column public.a to b: statements that still say public.a fail from then on
ALTER TABLE public.public RENAME COLUMN a TO b;

-- ==== down ====
-- batch, all or nothing

-- 1. rename column b to a of table public (alter table:public)
--    ! correctness, breaks-clients: renames column public.b to a: statements that still say public.b fail from then on
ALTER TABLE public.public RENAME COLUMN b TO a;
