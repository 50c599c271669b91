-- alter table:users
--   change-generated columns.size.generated: {"as":"char_length(`mail`)","stored":false} → none

-- ==== up ====
-- batch

-- 1. alter table users: compute column size when it is written (alter table:users)
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to compute column size when it is written: nobody can write to it meanwhile
ALTER TABLE `users`
  DROP COLUMN `size`,
  ADD COLUMN `size` int(11) GENERATED ALWAYS AS (char_length(`mail`)) STORED AFTER `mail`,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 2. alter table users: keep what column size shows (alter table:users)
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to keep what column size shows: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `size` int(11) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: compute column size when it is read (alter table:users)
--    ! data-loss, replaces-values: computes users.size from then on: what rows hold there now is lost [irreversible]
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to compute column size when it is read: nobody can write to it meanwhile
ALTER TABLE `users`
  DROP COLUMN `size`,
  ADD COLUMN `size` int(11) GENERATED ALWAYS AS (char_length(`mail`)) VIRTUAL AFTER `mail`,
  ALGORITHM=COPY,
  LOCK=SHARED;
