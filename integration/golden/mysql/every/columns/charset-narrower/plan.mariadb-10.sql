-- alter table:t
--   change-collation columns.x.collation: utf8mb4_general_ci → latin1_swedish_ci
--   change-character-set columns.x.charset: utf8mb4 → latin1

-- ==== up ====
-- batch

-- 1. alter table t: change column x (alter table:t)
--    ! data-loss, converts-values: changes t.x from varchar(20) of utf8mb4 to varchar(20) of latin1: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column x: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `x` varchar(20) CHARACTER SET latin1 COLLATE latin1_swedish_ci NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- The way down does not bring back:
--   alter table:t: changes t.x from varchar(20) of utf8mb4 to varchar(20) of latin1: values that do not fit make it fail, and others may be rounded or read differently

-- ==== down ====
-- batch

-- 1. alter table t: change column x (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column x: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `x` varchar(20) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
