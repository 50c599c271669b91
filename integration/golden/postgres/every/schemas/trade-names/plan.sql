-- rename schema:a from schema:b
-- rename schema:b from schema:a

-- ==== up ====
-- batch, all or nothing

-- 1. rename schema b to _schema_sync_aside_1 (rename schema:a)
ALTER SCHEMA b RENAME TO _schema_sync_aside_1;

-- 2. rename schema a to b (rename schema:b)
--    ! correctness, breaks-clients: renames schema a to b: statements that still say a fail from then on
ALTER SCHEMA a RENAME TO b;

-- 3. rename schema _schema_sync_aside_1 to a (rename schema:a)
--    ! correctness, breaks-clients: renames schema b to a: statements that still say b fail from then on
ALTER SCHEMA _schema_sync_aside_1 RENAME TO a;

-- ==== down ====
-- batch, all or nothing

-- 1. rename schema b to _schema_sync_aside_1 (rename schema:a)
ALTER SCHEMA b RENAME TO _schema_sync_aside_1;

-- 2. rename schema a to b (rename schema:b)
--    ! correctness, breaks-clients: renames schema a to b: statements that still say a fail from then on
ALTER SCHEMA a RENAME TO b;

-- 3. rename schema _schema_sync_aside_1 to a (rename schema:a)
--    ! correctness, breaks-clients: renames schema b to a: statements that still say b fail from then on
ALTER SCHEMA _schema_sync_aside_1 RENAME TO a;
