-- alter table:t
--   change-type columns.x.type: timestamp → datetime

-- ==== up ====
-- batch

-- 1. alter table t: change column x (alter table:t)
--    ! data-loss, converts-values: changes t.x from timestamp to datetime: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column x: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `x` datetime NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- The way down does not bring back:
--   alter table:t: changes t.x from timestamp to datetime: values that do not fit make it fail, and others may be rounded or read differently

-- ==== down ====
-- batch

-- 1. alter table t: change column x (alter table:t)
--    ! data-loss, converts-values: changes t.x from datetime to timestamp: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column x: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `x` timestamp NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
