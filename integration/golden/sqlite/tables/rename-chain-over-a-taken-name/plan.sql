-- rename table:b from table:a
-- rename table:c from table:b

-- ==== up ====
-- batch, all or nothing

-- 1. rename table b to c (rename table:c)
--    ! correctness, breaks-clients: renames table b to c: statements that use the old name fail from then on
ALTER TABLE "b" RENAME TO "c";

-- 2. rename table a to b (rename table:b)
--    ! correctness, breaks-clients: renames table a to b: statements that use the old name fail from then on
ALTER TABLE "a" RENAME TO "b";

-- ==== down ====
-- batch, all or nothing

-- 1. rename table b to a (rename table:a)
--    ! correctness, breaks-clients: renames table b to a: statements that use the old name fail from then on
ALTER TABLE "b" RENAME TO "a";

-- 2. rename table c to b (rename table:b)
--    ! correctness, breaks-clients: renames table c to b: statements that use the old name fail from then on
ALTER TABLE "c" RENAME TO "b";
