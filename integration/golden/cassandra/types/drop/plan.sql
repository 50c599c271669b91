-- drop cassandra/type:place
-- alter table:users
--   drop-column columns.home: home frozen<place>

-- ==== up ====
-- batch

-- 1. drop home from table users (alter table:users)
--    ! data-loss, drops-column: drops column users.home with all of its values [irreversible]
ALTER TABLE users DROP home;
-- batch

-- 2. drop type place (drop cassandra/type:place)
DROP TYPE place;

-- The way down does not bring back:
--   alter table:users: drops column users.home with all of its values
--   alter table:users: there is no way back: cannot alter table:users: users.home does not come back once it was dropped: Cassandra takes no counter again, and no column of a user-defined type

-- ==== down ====
