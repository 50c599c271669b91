-- alter table:users
--   change-generated columns.size.generated: {"as":"char_length(`mail`)","stored":true} → {"as":"char_length(`mail`)","stored":false}
--   change-check checks.sized: CONSTRAINT `sized` CHECK (`size` < 40) → CONSTRAINT `sized` CHECK (`size` < 40)

-- ==== up ====
-- batch

-- 1. alter table users: compute column size when it is read, replace check sized (alter table:users)
--    ! correctness, checks-rows: fails when rows of users do not satisfy check sized (`size` < 40)
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to compute column size when it is read: nobody can write to it meanwhile
ALTER TABLE `users`
  DROP CONSTRAINT `sized`,
  DROP COLUMN `size`,
  ADD COLUMN `size` int(11) GENERATED ALWAYS AS (char_length(`mail`)) VIRTUAL AFTER `mail`,
  ADD CONSTRAINT `sized` CHECK (`size` < 40),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: compute column size when it is written, replace check sized (alter table:users)
--    ! correctness, checks-rows: fails when rows of users do not satisfy check sized (`size` < 40)
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to compute column size when it is written: nobody can write to it meanwhile
ALTER TABLE `users`
  DROP CONSTRAINT `sized`,
  DROP COLUMN `size`,
  ADD COLUMN `size` int(11) GENERATED ALWAYS AS (char_length(`mail`)) STORED AFTER `mail`,
  ADD CONSTRAINT `sized` CHECK (`size` < 40),
  ALGORITHM=COPY,
  LOCK=SHARED;
