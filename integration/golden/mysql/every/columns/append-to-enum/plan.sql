-- alter table:users
--   change-type columns.mood.type: enum('sad','ok') → enum('sad','ok','great')

-- ==== up ====
-- batch

-- 1. alter table users: change column mood (alter table:users)
ALTER TABLE `users`
  MODIFY COLUMN `mood` enum('sad','ok','great') NULL,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table users: change column mood (alter table:users)
--    ! data-loss, converts-values: changes users.mood from enum('sad','ok','great') of utf8mb4 to enum('sad','ok') of utf8mb4: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column mood: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `mood` enum('sad','ok') NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
