-- alter table:users
--   rename-column columns.email: mail → email
--   change-type columns.email.type: varchar(40) → varchar(60)

-- ==== up ====
-- batch

-- 1. alter table users: rename column mail to email and change column email (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.mail fail once it is called email
ALTER TABLE `users`
  CHANGE COLUMN `mail` `email` varchar(60) NULL,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table users: rename column email to mail and change column mail (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.email fail once it is called mail
--    ! data-loss, converts-values: changes users.mail from varchar(60) of utf8mb4 to varchar(40) of utf8mb4: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to rename column email to mail and change column mail: nobody can write to it meanwhile
ALTER TABLE `users`
  CHANGE COLUMN `email` `mail` varchar(40) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
