-- replace index:one: SQLite cannot alter an index
-- replace index:two: SQLite cannot alter an index

-- ==== up ====
-- batch, all or nothing

-- 1. drop index one (replace index:one)
DROP INDEX "one";

-- 2. drop index two (replace index:two)
DROP INDEX "two";

-- 3. create index one (replace index:one)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "one" ON "users" ("b");

-- 4. create index two (replace index:two)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "two" ON "users" ("a");

-- ==== down ====
-- batch, all or nothing

-- 1. drop index one (replace index:one)
DROP INDEX "one";

-- 2. drop index two (replace index:two)
DROP INDEX "two";

-- 3. create index one (replace index:one)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "one" ON "users" ("a");

-- 4. create index two (replace index:two)
--    ! slow, builds-index: reads all rows of users to build an index
CREATE INDEX "two" ON "users" ("b");
