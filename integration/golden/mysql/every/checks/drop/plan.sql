-- alter table:users
--   drop-check checks.mailed: CONSTRAINT `mailed` CHECK ((`mail` <> ''))

-- ==== up ====
-- batch

-- 1. alter table users: drop check mailed (alter table:users)
ALTER TABLE `users`
  DROP CONSTRAINT `mailed`,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table users: add check mailed (alter table:users)
--    ! correctness, checks-rows: fails when rows of users do not satisfy check mailed ((`mail` <> ''))
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to add check mailed: nobody can write to it meanwhile
ALTER TABLE `users`
  ADD CONSTRAINT `mailed` CHECK ((`mail` <> '')),
  ALGORITHM=COPY,
  LOCK=SHARED;
