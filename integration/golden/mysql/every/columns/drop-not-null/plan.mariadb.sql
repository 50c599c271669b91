-- alter table:t
--   change-not-null columns.x.notNull: true → none

-- ==== up ====
-- batch

-- 1. alter table t: change column x (alter table:t)
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to change column x; others can go on reading and writing
ALTER TABLE `t`
  MODIFY COLUMN `x` int(11) NULL,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table t: change column x (alter table:t)
--    ! correctness, adds-not-null: fails when a row of t has no value in x
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to change column x; others can go on reading and writing
ALTER TABLE `t`
  MODIFY COLUMN `x` int(11) NOT NULL,
  ALGORITHM=INPLACE,
  LOCK=NONE;
