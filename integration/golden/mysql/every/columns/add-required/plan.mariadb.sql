-- alter table:users
--   add-column columns.age: `age` int(11) NOT NULL

-- ==== up ====
-- batch

-- 1. alter table users: add column age (alter table:users)
--    ! correctness, adds-required-column: adds users.age, NOT NULL without a default: rows that are there get the server’s own for its type, such as 0 or an empty text
ALTER TABLE `users`
  ADD COLUMN `age` int(11) NOT NULL,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table users: drop column age (alter table:users)
--    ! data-loss, drops-column: drops column users.age with all of its values [irreversible]
ALTER TABLE `users`
  DROP COLUMN `age`,
  ALGORITHM=INSTANT;
