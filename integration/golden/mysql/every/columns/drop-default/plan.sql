-- alter table:t
--   change-default columns.x.default: 3 → none

-- ==== up ====
-- batch

-- 1. alter table t: change column x (alter table:t)
ALTER TABLE `t`
  ALTER COLUMN `x` SET DEFAULT NULL,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: change column x (alter table:t)
ALTER TABLE `t`
  ALTER COLUMN `x` SET DEFAULT 3,
  ALGORITHM=INSTANT;
