-- alter table:t
--   change-column-order columns

-- ==== up ====
-- batch

-- 1. alter table t: change column d (alter table:t)
ALTER TABLE `t`
  MODIFY COLUMN `d` int(11) NULL FIRST,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: change column d (alter table:t)
ALTER TABLE `t`
  MODIFY COLUMN `d` int(11) NULL AFTER `c`,
  ALGORITHM=INSTANT;
