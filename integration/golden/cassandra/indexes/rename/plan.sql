-- rename index:users_by_name from index:by_name

-- ==== up ====
-- batch

-- 1. drop index by_name (rename index:users_by_name)
DROP INDEX by_name;
-- batch

-- 2. create index users_by_name (rename index:users_by_name)
--    ! slow, builds-index: reads all rows of users on each node to build an index; it answers in full once that is done
CREATE INDEX users_by_name ON users (name);

-- ==== down ====
-- batch

-- 1. drop index users_by_name (rename index:by_name)
DROP INDEX users_by_name;
-- batch

-- 2. create index by_name (rename index:by_name)
--    ! slow, builds-index: reads all rows of users on each node to build an index; it answers in full once that is done
CREATE INDEX by_name ON users (name);
