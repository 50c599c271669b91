-- rename table:a from table:c
-- rename table:b from table:a
-- rename table:c from table:b

-- ==== up ====
-- batch

-- 1. rename table c to _schema_sync_aside_1 (rename table:a)
ALTER TABLE `c` RENAME TO `_schema_sync_aside_1`;
-- batch

-- 2. rename table b to c (rename table:c)
--    ! correctness, breaks-clients: clients that use table b fail once it is called c
ALTER TABLE `b` RENAME TO `c`;
-- batch

-- 3. rename table a to b (rename table:b)
--    ! correctness, breaks-clients: clients that use table a fail once it is called b
ALTER TABLE `a` RENAME TO `b`;
-- batch

-- 4. rename table _schema_sync_aside_1 to a (rename table:a)
--    ! correctness, breaks-clients: clients that use table c fail once it is called a
ALTER TABLE `_schema_sync_aside_1` RENAME TO `a`;

-- ==== down ====
-- batch

-- 1. rename table b to _schema_sync_aside_1 (rename table:a)
ALTER TABLE `b` RENAME TO `_schema_sync_aside_1`;
-- batch

-- 2. rename table c to b (rename table:b)
--    ! correctness, breaks-clients: clients that use table c fail once it is called b
ALTER TABLE `c` RENAME TO `b`;
-- batch

-- 3. rename table a to c (rename table:c)
--    ! correctness, breaks-clients: clients that use table a fail once it is called c
ALTER TABLE `a` RENAME TO `c`;
-- batch

-- 4. rename table _schema_sync_aside_1 to a (rename table:a)
--    ! correctness, breaks-clients: clients that use table b fail once it is called a
ALTER TABLE `_schema_sync_aside_1` RENAME TO `a`;
