-- create cassandra/type:place
-- create index:users_by_name
-- create index:users_homes_idx
-- alter table:users
--   rename-column columns.number: id → number
--   add-column columns.homes: homes map<text, frozen<place>>

-- ==== up ====
-- batch

-- 1. create type place (create cassandra/type:place)
CREATE TYPE place (
  street text,
  zip int
);
-- batch

-- 2. rename id to number in table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.id to number: statements that use the old name fail from then on
ALTER TABLE users RENAME id TO number;
-- batch

-- 3. add homes to table users (alter table:users)
ALTER TABLE users ADD homes map<text, frozen<place>>;
-- batch

-- 4. create index users_by_name (create index:users_by_name)
--    ! slow, builds-index: reads all rows of users on each node to build an index; it answers in full once that is done
CREATE CUSTOM INDEX users_by_name ON users (name) USING 'StorageAttachedIndex' WITH OPTIONS = {'case_sensitive': 'false'};
-- batch

-- 5. create index users_homes_idx (create index:users_homes_idx)
--    ! slow, builds-index: reads all rows of users on each node to build an index; it answers in full once that is done
CREATE INDEX users_homes_idx ON users (keys(homes));

-- ==== down ====
-- batch

-- 1. drop index users_by_name (drop index:users_by_name)
DROP INDEX users_by_name;
-- batch

-- 2. drop index users_homes_idx (drop index:users_homes_idx)
DROP INDEX users_homes_idx;
-- batch

-- 3. rename number to id in table users (alter table:users)
--    ! correctness, breaks-clients: renames column users.number to id: statements that use the old name fail from then on
ALTER TABLE users RENAME number TO id;
-- batch

-- 4. drop homes from table users (alter table:users)
--    ! data-loss, drops-column: drops column users.homes with all of its values [irreversible]
ALTER TABLE users DROP homes;
-- batch

-- 5. drop type place (drop cassandra/type:place)
DROP TYPE place;
