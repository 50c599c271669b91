-- alter table:t
--   change-default columns.x.default: 3 → none

-- ==== up ====
-- batch

-- 1. alter table t: change column x (alter table:t)
ALTER TABLE `t`
  MODIFY COLUMN `x` int NULL,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: change column x (alter table:t)
ALTER TABLE `t`
  MODIFY COLUMN `x` int NULL DEFAULT 3,
  ALGORITHM=INSTANT;
