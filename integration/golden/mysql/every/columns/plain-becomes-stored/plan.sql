-- alter table:users
--   change-generated columns.size.generated: none → {"as":"char_length(`mail`)","stored":true}

-- ==== up ====
-- batch

-- 1. alter table users: change column size (alter table:users)
--    ! data-loss, replaces-values: computes users.size from then on: what rows hold there now is lost [irreversible]
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column size: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `size` int GENERATED ALWAYS AS (char_length(`mail`)) STORED,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- The way down does not bring back:
--   alter table:users: computes users.size from then on: what rows hold there now is lost

-- ==== down ====
-- batch

-- 1. alter table users: change column size (alter table:users)
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to change column size: nobody can write to it meanwhile
ALTER TABLE `users`
  MODIFY COLUMN `size` int NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
