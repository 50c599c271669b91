-- alter table:users
--   change-property properties.default_time_to_live: default_time_to_live = 0 → default_time_to_live = 3600

-- ==== up ====
-- batch

-- 1. change default_time_to_live of table users (alter table:users)
--    ! data-loss, expires-rows: rows that are written to users from then on are gone 3600 s later, unless they are written with a time of their own [irreversible]
ALTER TABLE users WITH default_time_to_live = 3600;

-- The way down does not bring back:
--   alter table:users: rows that are written to users from then on are gone 3600 s later, unless they are written with a time of their own

-- ==== down ====
-- batch

-- 1. change default_time_to_live of table users (alter table:users)
ALTER TABLE users WITH default_time_to_live = 0;
