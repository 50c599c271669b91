-- rename postgres/collation:d from postgres/collation:c

-- ==== up ====
-- batch, all or nothing

-- 1. rename collation c to d (rename postgres/collation:d)
--    ! correctness, breaks-clients: renames collation c to d: statements that still say c fail from then on
ALTER COLLATION public.c RENAME TO d;

-- ==== down ====
-- batch, all or nothing

-- 1. rename collation d to c (rename postgres/collation:c)
--    ! correctness, breaks-clients: renames collation d to c: statements that still say d fail from then on
ALTER COLLATION public.d RENAME TO c;
