-- alter table:users
--   rename-column columns.email: mail → email
--   change-generated columns.size.generated: {"as":"char_length(`mail`)","stored":false} → {"as":"char_length(`email`)","stored":false}
--   change-check checks.mailed: CONSTRAINT `mailed` CHECK ((`mail` <> '')) → CONSTRAINT `mailed` CHECK ((`email` <> ''))

-- ==== up ====
-- batch

-- 1. alter table users: rename column mail to email, change column size, replace check mailed (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.mail fail once it is called email
--    ! correctness, checks-rows: fails when rows of users do not satisfy check mailed ((`email` <> ''))
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column size: nobody can write to it meanwhile
ALTER TABLE `users`
  DROP CONSTRAINT `mailed`,
  RENAME COLUMN `mail` TO `email`,
  MODIFY COLUMN `size` int GENERATED ALWAYS AS (char_length(`email`)) VIRTUAL,
  ADD CONSTRAINT `mailed` CHECK ((`email` <> '')),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: rename column email to mail, change column size, replace check mailed (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.email fail once it is called mail
--    ! correctness, checks-rows: fails when rows of users do not satisfy check mailed ((`mail` <> ''))
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column size: nobody can write to it meanwhile
ALTER TABLE `users`
  DROP CONSTRAINT `mailed`,
  RENAME COLUMN `email` TO `mail`,
  MODIFY COLUMN `size` int GENERATED ALWAYS AS (char_length(`mail`)) VIRTUAL,
  ADD CONSTRAINT `mailed` CHECK ((`mail` <> '')),
  ALGORITHM=COPY,
  LOCK=SHARED;
