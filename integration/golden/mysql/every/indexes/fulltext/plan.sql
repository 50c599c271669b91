-- alter table:users
--   add-index indexes.words: FULLTEXT KEY `words` (`mail`)

-- ==== up ====
-- batch

-- 1. alter table users: add index words (alter table:users)
--    ! blocks-writes, blocks-writes: nobody can write to table users while it is built anew to add index words
ALTER TABLE `users`
  ADD FULLTEXT KEY `words` (`mail`),
  ALGORITHM=INPLACE,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: drop index words (alter table:users)
ALTER TABLE `users`
  DROP INDEX `words`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
