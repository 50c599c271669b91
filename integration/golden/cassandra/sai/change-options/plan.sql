-- replace index:by_name: Cassandra cannot alter an index

-- ==== up ====
-- batch

-- 1. drop index by_name (replace index:by_name)
--    ! correctness, gone-meanwhile: index by_name is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP INDEX by_name;
-- batch

-- 2. create index by_name (replace index:by_name)
--    ! slow, builds-index: reads all rows of users on each node to build an index; it answers in full once that is done
CREATE CUSTOM INDEX by_name ON users (name) USING 'StorageAttachedIndex' WITH OPTIONS = {'ascii': 'true'};

-- ==== down ====
-- batch

-- 1. drop index by_name (replace index:by_name)
--    ! correctness, gone-meanwhile: index by_name is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP INDEX by_name;
-- batch

-- 2. create index by_name (replace index:by_name)
--    ! slow, builds-index: reads all rows of users on each node to build an index; it answers in full once that is done
CREATE CUSTOM INDEX by_name ON users (name) USING 'StorageAttachedIndex';
