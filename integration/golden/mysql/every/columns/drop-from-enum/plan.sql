-- alter table:users
--   change-type columns.mood.type: enum('sad','ok','great') → enum('ok','great')

-- ==== up ====
-- batch

-- 1. alter table users: change column mood (alter table:users)
--    ! data-loss, converts-values: changes users.mood from enum('sad','ok','great') of utf8mb4 to enum('ok','great') of utf8mb4: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column mood: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `mood` enum('ok','great') NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- The way down does not bring back:
--   alter table:users: changes users.mood from enum('sad','ok','great') of utf8mb4 to enum('ok','great') of utf8mb4: values that do not fit make it fail, and others may be rounded or read differently

-- ==== down ====
-- batch

-- 1. alter table users: change column mood (alter table:users)
--    ! data-loss, converts-values: changes users.mood from enum('ok','great') of utf8mb4 to enum('sad','ok','great') of utf8mb4: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column mood: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `mood` enum('sad','ok','great') NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
