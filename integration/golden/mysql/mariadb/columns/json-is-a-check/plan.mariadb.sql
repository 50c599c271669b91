-- alter table:users
--   add-column columns.facts: `facts` json NULL

-- ==== up ====
-- batch

-- 1. alter table users: add column facts (alter table:users)
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to add column facts: nobody can write to it meanwhile
ALTER TABLE `users`
  ADD COLUMN `facts` json NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: drop column facts (alter table:users)
--    ! data-loss, drops-column: drops column users.facts with all of its values [irreversible]
ALTER TABLE `users`
  DROP COLUMN `facts`,
  ALGORITHM=INSTANT;
