-- alter table:words
--   add-index indexes.said: UNIQUE KEY `said` (`said`) USING HASH

-- ==== up ====
-- batch

-- 1. alter table words: add index said (alter table:words)
--    ! correctness, checks-rows: fails when rows of words do not satisfy index said (said), which is unique
--    ! blocks-writes, copies-table: copies table words row by row into a new one, because there is no other way to add index said: nobody can write to it meanwhile
ALTER TABLE `words`
  ADD UNIQUE KEY `said` (`said`) USING HASH,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table words: drop index said (alter table:words)
ALTER TABLE `words`
  DROP INDEX `said`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
