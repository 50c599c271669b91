-- alter table:t
--   change-column-order columns

-- ==== up ====
-- batch

-- 1. alter table t: change column d (alter table:t)
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to change column d; others can go on reading and writing
ALTER TABLE `t`
  MODIFY COLUMN `d` int NULL FIRST,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table t: change column d (alter table:t)
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to change column d; others can go on reading and writing
ALTER TABLE `t`
  MODIFY COLUMN `d` int NULL AFTER `c`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
