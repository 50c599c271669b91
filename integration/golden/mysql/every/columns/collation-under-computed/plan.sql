-- alter table:words
--   change-collation columns.plain.collation: utf8mb4_bin → utf8mb4_general_ci
--   change-collation columns.word.collation: utf8mb4_bin → utf8mb4_general_ci

-- ==== up ====
-- batch

-- 1. alter table words: change column word, change column plain (alter table:words)
--    ! blocks-writes, copies-table: copies table words row by row into a new one, because there is no other way to change column word: nobody can write to it meanwhile
ALTER TABLE `words`
  MODIFY COLUMN `word` varchar(20) NULL,
  MODIFY COLUMN `plain` varchar(20) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table words: change column word, change column plain (alter table:words)
--    ! blocks-writes, copies-table: copies table words row by row into a new one, because there is no other way to change column word: nobody can write to it meanwhile
ALTER TABLE `words`
  MODIFY COLUMN `word` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  MODIFY COLUMN `plain` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
