-- alter table:t
--   change-default columns.x.default: none → current_timestamp()
--   change-on-update columns.x.onUpdate: none → current_timestamp()

-- ==== up ====
-- batch

-- 1. alter table t: change column x (alter table:t)
ALTER TABLE `t`
  MODIFY COLUMN `x` datetime NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: change column x (alter table:t)
ALTER TABLE `t`
  MODIFY COLUMN `x` datetime NULL,
  ALGORITHM=INSTANT;
