-- alter table:t
--   change-generated columns.y.generated: {"as":"`x` + 1","stored":false} → {"as":"`x` + 2","stored":false}

-- ==== up ====
-- batch

-- 1. alter table t: change column y (alter table:t)
ALTER TABLE `t`
  MODIFY COLUMN `y` int(11) GENERATED ALWAYS AS (`x` + 2) VIRTUAL,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: change column y (alter table:t)
ALTER TABLE `t`
  MODIFY COLUMN `y` int(11) GENERATED ALWAYS AS (`x` + 1) VIRTUAL,
  ALGORITHM=INSTANT;
