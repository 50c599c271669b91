-- alter table:users
--   add-column columns.age: `age` int NULL
--   add-column columns.note: `note` varchar(20) NOT NULL DEFAULT 'it''s'

-- ==== up ====
-- batch

-- 1. alter table users: add column age, add column note (alter table:users)
ALTER TABLE `users`
  ADD COLUMN `age` int NULL,
  ADD COLUMN `note` varchar(20) NOT NULL DEFAULT 'it''s',
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table users: drop column age, drop column note (alter table:users)
--    ! data-loss, drops-column: drops column users.age with all of its values [irreversible]
--    ! data-loss, drops-column: drops column users.note with all of its values [irreversible]
ALTER TABLE `users`
  DROP COLUMN `age`,
  DROP COLUMN `note`,
  ALGORITHM=INSTANT;
