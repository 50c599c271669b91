-- rename view:a from view:b
-- rename view:b from view:a

-- ==== up ====
-- batch

-- 1. rename view b to _schema_sync_aside_1 (rename view:a)
RENAME TABLE `b` TO `_schema_sync_aside_1`;
-- batch

-- 2. rename view a to b (rename view:b)
--    ! correctness, breaks-clients: clients that use view a fail once it is called b
RENAME TABLE `a` TO `b`;
-- batch

-- 3. rename view _schema_sync_aside_1 to a (rename view:a)
--    ! correctness, breaks-clients: clients that use view b fail once it is called a
RENAME TABLE `_schema_sync_aside_1` TO `a`;

-- ==== down ====
-- batch

-- 1. rename view b to _schema_sync_aside_1 (rename view:a)
RENAME TABLE `b` TO `_schema_sync_aside_1`;
-- batch

-- 2. rename view a to b (rename view:b)
--    ! correctness, breaks-clients: clients that use view a fail once it is called b
RENAME TABLE `a` TO `b`;
-- batch

-- 3. rename view _schema_sync_aside_1 to a (rename view:a)
--    ! correctness, breaks-clients: clients that use view b fail once it is called a
RENAME TABLE `_schema_sync_aside_1` TO `a`;
