-- create cassandra/type:place
-- create index:users_by_home
-- alter table:users
--   add-column columns.home: home frozen<place>

-- ==== up ====
-- batch

-- 1. create type place (create cassandra/type:place)
CREATE TYPE place (
  street text,
  zip int
);
-- batch

-- 2. add home to table users (alter table:users)
ALTER TABLE users ADD home frozen<place>;
-- batch

-- 3. create index users_by_home (create index:users_by_home)
--    ! slow, builds-index: reads all rows of users on each node to build an index; it answers in full once that is done
CREATE INDEX users_by_home ON users (home);

-- ==== down ====
-- batch

-- 1. drop index users_by_home (drop index:users_by_home)
DROP INDEX users_by_home;
-- batch

-- 2. drop home from table users (alter table:users)
--    ! data-loss, drops-column: drops column users.home with all of its values [irreversible]
ALTER TABLE users DROP home;
-- batch

-- 3. drop type place (drop cassandra/type:place)
DROP TYPE place;
