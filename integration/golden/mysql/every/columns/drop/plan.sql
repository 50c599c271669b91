-- alter table:users
--   drop-column columns.age: `age` int NULL

-- ==== up ====
-- batch

-- 1. alter table users: drop column age (alter table:users)
--    ! data-loss, drops-column: drops column users.age with all of its values [irreversible]
ALTER TABLE `users`
  DROP COLUMN `age`,
  ALGORITHM=INSTANT;

-- The way down does not bring back:
--   alter table:users: drops column users.age with all of its values

-- ==== down ====
-- batch

-- 1. alter table users: add column age (alter table:users)
ALTER TABLE `users`
  ADD COLUMN `age` int NULL,
  ALGORITHM=INSTANT;
