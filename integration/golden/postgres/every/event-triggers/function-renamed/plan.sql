-- rename postgres/function:ev2() from postgres/function:ev()

-- ==== up ====
-- batch, all or nothing

-- 1. rename function ev() to ev2() (rename postgres/function:ev2())
--    ! correctness, breaks-clients: renames function ev to ev2: statements that still say ev fail from then on
ALTER FUNCTION public.ev() RENAME TO ev2;

-- ==== down ====
-- batch, all or nothing

-- 1. rename function ev2() to ev() (rename postgres/function:ev())
--    ! correctness, breaks-clients: renames function ev2 to ev: statements that still say ev2 fail from then on
ALTER FUNCTION public.ev2() RENAME TO ev;
