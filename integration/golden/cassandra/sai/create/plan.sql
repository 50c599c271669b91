-- create index:by_name

-- ==== up ====
-- batch

-- 1. create index by_name (create index:by_name)
--    ! slow, builds-index: reads all rows of users on each node to build an index; it answers in full once that is done
CREATE CUSTOM INDEX by_name ON users (name) USING 'StorageAttachedIndex' WITH OPTIONS = {'case_sensitive': 'false', 'normalize': 'true'};

-- ==== down ====
-- batch

-- 1. drop index by_name (drop index:by_name)
DROP INDEX by_name;
