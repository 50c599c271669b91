-- replace index:by_x: it belongs to table:b now

-- ==== up ====
-- batch, all or nothing

-- 1. drop index by_x (replace index:by_x)
DROP INDEX "by_x";

-- 2. create index by_x (replace index:by_x)
--    ! slow, builds-index: reads all rows of b to build an index
CREATE INDEX "by_x" ON "b" ("x");

-- ==== down ====
-- batch, all or nothing

-- 1. drop index by_x (replace index:by_x)
DROP INDEX "by_x";

-- 2. create index by_x (replace index:by_x)
--    ! slow, builds-index: reads all rows of a to build an index
CREATE INDEX "by_x" ON "a" ("x");
