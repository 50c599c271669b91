-- alter table:t
--   drop-index indexes.a: KEY `a` (`x`)
--   add-index indexes.b: KEY `b` (`x`)

-- ==== up ====
-- batch

-- 1. alter table t: rename index a to b (alter table:t)
ALTER TABLE `t`
  RENAME INDEX `a` TO `b`,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table t: rename index b to a (alter table:t)
ALTER TABLE `t`
  RENAME INDEX `b` TO `a`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
