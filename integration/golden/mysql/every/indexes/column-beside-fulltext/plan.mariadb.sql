-- alter table:users
--   add-column columns.age: `age` int(11) NULL

-- ==== up ====
-- batch

-- 1. alter table users: add column age (alter table:users)
--    ! blocks-writes, blocks-writes: nobody can write to table users while it is built anew to add column age
ALTER TABLE `users`
  ADD COLUMN `age` int(11) NULL,
  ALGORITHM=INPLACE,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: drop column age (alter table:users)
--    ! data-loss, drops-column: drops column users.age with all of its values [irreversible]
--    ! blocks-writes, blocks-writes: nobody can write to table users while it is built anew to drop column age
ALTER TABLE `users`
  DROP COLUMN `age`,
  ALGORITHM=INPLACE,
  LOCK=SHARED;
