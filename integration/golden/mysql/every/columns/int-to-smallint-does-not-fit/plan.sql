-- alter table:t
--   change-type columns.x.type: int → smallint

-- ==== up ====
-- batch

-- 1. alter table t: change column x (alter table:t)
--    ! data-loss, converts-values: changes t.x from int to smallint: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column x: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `x` smallint NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- The way down does not bring back:
--   alter table:t: changes t.x from int to smallint: values that do not fit make it fail, and others may be rounded or read differently

-- ==== down ====
-- batch

-- 1. alter table t: change column x (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column x: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `x` int NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
