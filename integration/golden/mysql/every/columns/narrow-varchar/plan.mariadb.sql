-- alter table:users
--   change-type columns.mail.type: varchar(40) → varchar(30)

-- ==== up ====
-- batch

-- 1. alter table users: change column mail (alter table:users)
--    ! data-loss, converts-values: changes users.mail from varchar(40) of utf8mb4 to varchar(30) of utf8mb4: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column mail: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `mail` varchar(30) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- The way down does not bring back:
--   alter table:users: changes users.mail from varchar(40) of utf8mb4 to varchar(30) of utf8mb4: values that do not fit make it fail, and others may be rounded or read differently

-- ==== down ====
-- batch

-- 1. alter table users: change column mail (alter table:users)
ALTER TABLE `users`
  MODIFY COLUMN `mail` varchar(40) NULL,
  ALGORITHM=INSTANT;
