-- rename index:new_name from index:old_name

-- ==== up ====
-- batch, all or nothing

-- 1. rename index old_name to new_name (rename index:new_name)
--    ! slow, builds-index: reads all rows of users to build an index
DROP INDEX "old_name";
CREATE INDEX "new_name" ON "users" ("email");

-- ==== down ====
-- batch, all or nothing

-- 1. rename index new_name to old_name (rename index:old_name)
--    ! slow, builds-index: reads all rows of users to build an index
DROP INDEX "new_name";
CREATE INDEX "old_name" ON "users" ("email");
