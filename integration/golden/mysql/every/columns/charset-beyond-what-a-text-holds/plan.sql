-- alter table:t
--   change-collation columns.x.collation: latin1_swedish_ci → utf8mb4_0900_ai_ci
--   change-character-set columns.x.charset: latin1 → utf8mb4

-- ==== up ====
-- batch

-- 1. alter table t: change column x (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column x: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `x` text CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table t: change column x (alter table:t)
--    ! data-loss, converts-values: changes t.x from text of utf8mb4 to text of latin1: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column x: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `x` text CHARACTER SET latin1 COLLATE latin1_swedish_ci NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
