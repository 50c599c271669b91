-- alter table:users
--   change-check checks.mailed: CONSTRAINT `mailed` CHECK ((`mail` <> '')) → CONSTRAINT `mailed` CHECK ((`mail` <> ' '))

-- ==== up ====
-- batch

-- 1. alter table users: replace check mailed (alter table:users)
--    ! correctness, checks-rows: fails when rows of users do not satisfy check mailed ((`mail` <> ' '))
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to replace check mailed: nobody can write to it meanwhile
ALTER TABLE `users`
  DROP CONSTRAINT `mailed`,
  ADD CONSTRAINT `mailed` CHECK ((`mail` <> ' ')),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: replace check mailed (alter table:users)
--    ! correctness, checks-rows: fails when rows of users do not satisfy check mailed ((`mail` <> ''))
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to replace check mailed: nobody can write to it meanwhile
ALTER TABLE `users`
  DROP CONSTRAINT `mailed`,
  ADD CONSTRAINT `mailed` CHECK ((`mail` <> '')),
  ALGORITHM=COPY,
  LOCK=SHARED;
