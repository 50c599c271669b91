-- rename table:a from table:b
-- rename table:b from table:a

-- ==== up ====
-- batch

-- 1. rename table b to _schema_sync_aside_1 (rename table:a)
ALTER TABLE `b` RENAME TO `_schema_sync_aside_1`;
-- batch

-- 2. rename table a to b (rename table:b)
--    ! correctness, breaks-clients: clients that use table a fail once it is called b
ALTER TABLE `a` RENAME TO `b`;
-- batch

-- 3. rename table _schema_sync_aside_1 to a (rename table:a)
--    ! correctness, breaks-clients: clients that use table b fail once it is called a
ALTER TABLE `_schema_sync_aside_1` RENAME TO `a`;

-- ==== down ====
-- batch

-- 1. rename table b to _schema_sync_aside_1 (rename table:a)
ALTER TABLE `b` RENAME TO `_schema_sync_aside_1`;
-- batch

-- 2. rename table a to b (rename table:b)
--    ! correctness, breaks-clients: clients that use table a fail once it is called b
ALTER TABLE `a` RENAME TO `b`;
-- batch

-- 3. rename table _schema_sync_aside_1 to a (rename table:a)
--    ! correctness, breaks-clients: clients that use table b fail once it is called a
ALTER TABLE `_schema_sync_aside_1` RENAME TO `a`;
