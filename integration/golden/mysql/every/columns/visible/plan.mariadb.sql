-- alter table:t
--   change-visibility columns.x.invisible: true → none

-- ==== up ====
-- batch

-- 1. alter table t: change column x (alter table:t)
ALTER TABLE `t`
  MODIFY COLUMN `x` int(11) NULL,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: change column x (alter table:t)
ALTER TABLE `t`
  MODIFY COLUMN `x` int(11) NULL INVISIBLE,
  ALGORITHM=INSTANT;
