-- rename table:a.t from table:b.t
-- rename table:b.t from table:a.t

-- ==== up ====
-- batch, all or nothing

-- 1. move table b.t to a schema aside (rename table:a.t)
--    ! correctness, breaks-clients: moves table b.t to a schema aside: statements that still say b.t fail from then on
CREATE SCHEMA _schema_sync_aside_1;
ALTER TABLE b.t SET SCHEMA _schema_sync_aside_1;

-- 2. move table a.t to b.t (rename table:b.t)
--    ! correctness, breaks-clients: moves table a.t to b.t: statements that still say a.t fail from then on
ALTER TABLE a.t SET SCHEMA b;

-- 3. move table b.t to a.t (rename table:a.t)
--    ! correctness, breaks-clients: moves table b.t to a.t: statements that still say b.t fail from then on
ALTER TABLE _schema_sync_aside_1.t SET SCHEMA a;
DROP SCHEMA _schema_sync_aside_1;

-- ==== down ====
-- batch, all or nothing

-- 1. move table b.t to a schema aside (rename table:a.t)
--    ! correctness, breaks-clients: moves table b.t to a schema aside: statements that still say b.t fail from then on
CREATE SCHEMA _schema_sync_aside_1;
ALTER TABLE b.t SET SCHEMA _schema_sync_aside_1;

-- 2. move table a.t to b.t (rename table:b.t)
--    ! correctness, breaks-clients: moves table a.t to b.t: statements that still say a.t fail from then on
ALTER TABLE a.t SET SCHEMA b;

-- 3. move table b.t to a.t (rename table:a.t)
--    ! correctness, breaks-clients: moves table b.t to a.t: statements that still say b.t fail from then on
ALTER TABLE _schema_sync_aside_1.t SET SCHEMA a;
DROP SCHEMA _schema_sync_aside_1;
