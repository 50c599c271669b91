-- create index:users_name_idx

-- ==== up ====
-- batch

-- 1. create index users_name_idx (create index:users_name_idx)
--    ! slow, builds-index: reads all rows of users on each node to build an index; it answers in full once that is done
CREATE INDEX users_name_idx ON users (name);

-- ==== down ====
-- batch

-- 1. drop index users_name_idx (drop index:users_name_idx)
DROP INDEX users_name_idx;
