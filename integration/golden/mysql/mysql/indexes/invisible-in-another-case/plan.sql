-- alter table:t
--   change-index indexes.By_A: KEY `by_a` (`a`) → KEY `By_A` (`a`) INVISIBLE
--   change-index indexes.By_B: KEY `by_b` (`b`) INVISIBLE → KEY `By_B` (`b`)

-- ==== up ====
-- batch

-- 1. alter table t: replace index By_A, replace index By_B (alter table:t)
ALTER TABLE `t`
  DROP INDEX `by_a`,
  ADD KEY `By_A` (`a`) INVISIBLE,
  DROP INDEX `by_b`,
  ADD KEY `By_B` (`b`),
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table t: replace index by_a, replace index by_b (alter table:t)
ALTER TABLE `t`
  DROP INDEX `By_A`,
  ADD KEY `by_a` (`a`),
  DROP INDEX `By_B`,
  ADD KEY `by_b` (`b`) INVISIBLE,
  ALGORITHM=INPLACE,
  LOCK=NONE;
