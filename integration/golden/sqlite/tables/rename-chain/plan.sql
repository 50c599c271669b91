-- rename table:c from table:b
-- rename table:d from table:a

-- ==== up ====
-- batch, all or nothing

-- 1. rename table b to c (rename table:c)
--    ! correctness, breaks-clients: renames table b to c: statements that use the old name fail from then on
ALTER TABLE "b" RENAME TO "c";

-- 2. rename table a to d (rename table:d)
--    ! correctness, breaks-clients: renames table a to d: statements that use the old name fail from then on
ALTER TABLE "a" RENAME TO "d";

-- ==== down ====
-- batch, all or nothing

-- 1. rename table d to a (rename table:a)
--    ! correctness, breaks-clients: renames table d to a: statements that use the old name fail from then on
ALTER TABLE "d" RENAME TO "a";

-- 2. rename table c to b (rename table:b)
--    ! correctness, breaks-clients: renames table c to b: statements that use the old name fail from then on
ALTER TABLE "c" RENAME TO "b";
