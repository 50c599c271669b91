-- alter table:users
--   add-column columns.size: `size` int GENERATED ALWAYS AS (char_length(`mail`)) STORED

-- ==== up ====
-- batch

-- 1. alter table users: add column size (alter table:users)
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to add column size: nobody can write to it meanwhile
ALTER TABLE `users`
  ADD COLUMN `size` int GENERATED ALWAYS AS (char_length(`mail`)) STORED,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: drop column size (alter table:users)
ALTER TABLE `users`
  DROP COLUMN `size`,
  ALGORITHM=INSTANT;
