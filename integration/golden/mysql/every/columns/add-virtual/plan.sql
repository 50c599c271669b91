-- alter table:users
--   add-column columns.size: `size` int GENERATED ALWAYS AS (char_length(`mail`)) VIRTUAL

-- ==== up ====
-- batch

-- 1. alter table users: add column size (alter table:users)
ALTER TABLE `users`
  ADD COLUMN `size` int GENERATED ALWAYS AS (char_length(`mail`)) VIRTUAL,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table users: drop column size (alter table:users)
ALTER TABLE `users`
  DROP COLUMN `size`,
  ALGORITHM=INSTANT;
