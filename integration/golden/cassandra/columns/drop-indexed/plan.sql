-- drop index:users_by_name
-- alter table:users
--   drop-column columns.name: name text

-- ==== up ====
-- batch

-- 1. drop index users_by_name (drop index:users_by_name)
DROP INDEX users_by_name;
-- batch

-- 2. drop name from table users (alter table:users)
--    ! data-loss, drops-column: drops column users.name with all of its values [irreversible]
ALTER TABLE users DROP name;

-- The way down does not bring back:
--   alter table:users: drops column users.name with all of its values

-- ==== down ====
-- batch

-- 1. add name to table users (alter table:users)
ALTER TABLE users ADD name text;
-- batch

-- 2. create index users_by_name (create index:users_by_name)
--    ! slow, builds-index: reads all rows of users on each node to build an index; it answers in full once that is done
CREATE INDEX users_by_name ON users (name);
