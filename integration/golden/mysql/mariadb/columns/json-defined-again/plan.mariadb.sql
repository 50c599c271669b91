-- alter table:t
--   change-default columns.a.default: '{}' → none
--   change-default columns.b.default: none → concat('[',']')
--   change-comment columns.b.comment: none → what else there is
--   change-comment columns.c.comment: none → in letters of any case
--   change-comment columns.e.comment: none → computed
--   change-default columns.f.default: '{}' → none

-- ==== up ====
-- batch

-- 1. alter table t: change column a, change column b, change column c, change column e, change column f (alter table:t)
ALTER TABLE `t`
  ALTER COLUMN `a` SET DEFAULT NULL,
  MODIFY COLUMN `b` json NULL DEFAULT concat('[',']') COMMENT 'what else there is',
  MODIFY COLUMN `c` json COLLATE utf8mb4_general_ci NULL COMMENT 'in letters of any case',
  MODIFY COLUMN `e` json GENERATED ALWAYS AS (json_array(`id`)) VIRTUAL COMMENT 'computed',
  ALTER COLUMN `f` DROP DEFAULT,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: change column a, change column b, change column c, change column e, change column f (alter table:t)
ALTER TABLE `t`
  ALTER COLUMN `a` SET DEFAULT '{}',
  MODIFY COLUMN `b` json NULL,
  MODIFY COLUMN `c` json COLLATE utf8mb4_general_ci NULL,
  MODIFY COLUMN `e` json GENERATED ALWAYS AS (json_array(`id`)) VIRTUAL,
  ALTER COLUMN `f` SET DEFAULT '{}',
  ALGORITHM=INSTANT;
