-- alter table:users
--   drop-column columns.age: `age` int(11) NULL
--   drop-index indexes.users_age: KEY `users_age` (`age`)

-- ==== up ====
-- batch

-- 1. alter table users: drop index users_age (alter table:users)
ALTER TABLE `users`
  DROP INDEX `users_age`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table users: drop column age (alter table:users)
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
  ADD COLUMN `age` int(11) NULL,
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table users: add index users_age (alter table:users)
ALTER TABLE `users`
  ADD KEY `users_age` (`age`),
  ALGORITHM=INPLACE,
  LOCK=NONE;
