-- alter table:t
--   change-default columns.x.default: 3 → none

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
  MODIFY COLUMN `x` int(11) NULL DEFAULT 3,
  ALGORITHM=INSTANT;
