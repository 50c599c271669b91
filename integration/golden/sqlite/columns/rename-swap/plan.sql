-- alter table:points
--   rename-column columns.y: x → y
--   rename-column columns.x: y → x

-- ==== up ====
-- batch, all or nothing

-- 1. rename column x to y, y to x in table points (alter table:points)
--    ! correctness, breaks-clients: renames column points.x to y: statements that use the old name fail from then on
--    ! correctness, breaks-clients: renames column points.y to x: statements that use the old name fail from then on
ALTER TABLE "points" RENAME COLUMN "x" TO _schema_sync_aside;
ALTER TABLE "points" RENAME COLUMN "y" TO x;
ALTER TABLE "points" RENAME COLUMN "_schema_sync_aside" TO y;

-- ==== down ====
-- batch, all or nothing

-- 1. rename column x to y, y to x in table points (alter table:points)
--    ! correctness, breaks-clients: renames column points.x to y: statements that use the old name fail from then on
--    ! correctness, breaks-clients: renames column points.y to x: statements that use the old name fail from then on
ALTER TABLE "points" RENAME COLUMN "x" TO _schema_sync_aside;
ALTER TABLE "points" RENAME COLUMN "y" TO x;
ALTER TABLE "points" RENAME COLUMN "_schema_sync_aside" TO y;
