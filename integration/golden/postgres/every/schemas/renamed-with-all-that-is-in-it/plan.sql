-- rename schema:b from schema:a

-- ==== up ====
-- batch, all or nothing

-- 1. rename schema a to b (rename schema:b)
--    ! correctness, breaks-clients: renames schema a to b: statements that still say a fail from then on
ALTER SCHEMA a RENAME TO b;

-- ==== down ====
-- batch, all or nothing

-- 1. rename schema b to a (rename schema:a)
--    ! correctness, breaks-clients: renames schema b to a: statements that still say b fail from then on
ALTER SCHEMA b RENAME TO a;
