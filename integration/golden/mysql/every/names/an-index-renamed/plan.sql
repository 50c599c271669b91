-- alter table:t
--   drop-index indexes.a: KEY `a` (`x`)
--   add-index indexes.b: KEY `b` (`x`)

-- ==== up ====
-- batch

-- 1. alter table t: drop index a, add index b (alter table:t)
ALTER TABLE `t`
  DROP INDEX `a`,
  ADD KEY `b` (`x`),
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table t: drop index b, add index a (alter table:t)
ALTER TABLE `t`
  DROP INDEX `b`,
  ADD KEY `a` (`x`),
  ALGORITHM=INPLACE,
  LOCK=NONE;
