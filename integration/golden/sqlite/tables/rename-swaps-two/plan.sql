-- rename table:a from table:b
-- rename table:b from table:a

-- ==== up ====
-- batch, all or nothing

-- 1. rename table b to _schema_sync_aside_1 (rename table:a)
ALTER TABLE "b" RENAME TO "_schema_sync_aside_1";

-- 2. rename table a to b (rename table:b)
--    ! correctness, breaks-clients: renames table a to b: statements that use the old name fail from then on
ALTER TABLE "a" RENAME TO "b";

-- 3. rename table _schema_sync_aside_1 to a (rename table:a)
--    ! correctness, breaks-clients: renames table b to a: statements that use the old name fail from then on
ALTER TABLE "_schema_sync_aside_1" RENAME TO "a";

-- ==== down ====
-- batch, all or nothing

-- 1. rename table b to _schema_sync_aside_1 (rename table:a)
ALTER TABLE "b" RENAME TO "_schema_sync_aside_1";

-- 2. rename table a to b (rename table:b)
--    ! correctness, breaks-clients: renames table a to b: statements that use the old name fail from then on
ALTER TABLE "a" RENAME TO "b";

-- 3. rename table _schema_sync_aside_1 to a (rename table:a)
--    ! correctness, breaks-clients: renames table b to a: statements that use the old name fail from then on
ALTER TABLE "_schema_sync_aside_1" RENAME TO "a";
