-- alter table:t
--   change-type columns.x.type: decimal(5,2) → decimal(9,2)

-- ==== up ====
-- batch

-- 1. alter table t: change column x (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column x: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `x` decimal(9,2) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table t: change column x (alter table:t)
--    ! data-loss, converts-values: changes t.x from decimal(9,2) to decimal(5,2): values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column x: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `x` decimal(5,2) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
