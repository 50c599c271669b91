-- alter table:t
--   change-default columns.x.default: none → CURRENT_TIMESTAMP
--   change-on-update columns.x.onUpdate: none → CURRENT_TIMESTAMP

-- ==== up ====
-- batch

-- 1. alter table t: change column x (alter table:t)
ALTER TABLE `t`
  MODIFY COLUMN `x` datetime NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: change column x (alter table:t)
ALTER TABLE `t`
  MODIFY COLUMN `x` datetime NULL,
  ALGORITHM=INSTANT;
