-- alter table:users
--   add-column columns.age: `age` int NULL

-- ==== up ====
-- batch

-- 1. alter table users: add column age (alter table:users)
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to add column age: nobody can write to it meanwhile
ALTER TABLE `users`
  ADD COLUMN `age` int NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: drop column age (alter table:users)
--    ! data-loss, drops-column: drops column users.age with all of its values [irreversible]
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to drop column age: nobody can write to it meanwhile
ALTER TABLE `users`
  DROP COLUMN `age`,
  ALGORITHM=COPY,
  LOCK=SHARED;
