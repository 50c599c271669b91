-- alter table:t
--   change-index indexes.By_A: KEY `by_a` (`a`) → KEY `By_A` (`a`) IGNORED
--   change-index indexes.By_B: KEY `by_b` (`b`) IGNORED → KEY `By_B` (`b`)

-- ==== up ====
-- batch

-- 1. alter table t: rename index by_a to _schema_sync_index_by_a, rename index by_b to _schema_sync_index_by_b (alter table:t)
ALTER TABLE `t`
  RENAME INDEX `by_a` TO `_schema_sync_index_by_a`,
  RENAME INDEX `by_b` TO `_schema_sync_index_by_b`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table t: rename index _schema_sync_index_by_a to By_A, rename index _schema_sync_index_by_b to By_B (alter table:t)
ALTER TABLE `t`
  RENAME INDEX `_schema_sync_index_by_a` TO `By_A`,
  RENAME INDEX `_schema_sync_index_by_b` TO `By_B`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table t: have no query use index By_A, have queries use index By_B (alter table:t)
ALTER TABLE `t`
  ALTER INDEX `By_A` IGNORED,
  ALTER INDEX `By_B` NOT IGNORED,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: rename index By_A to _schema_sync_index_By_A, rename index By_B to _schema_sync_index_By_B (alter table:t)
ALTER TABLE `t`
  RENAME INDEX `By_A` TO `_schema_sync_index_By_A`,
  RENAME INDEX `By_B` TO `_schema_sync_index_By_B`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table t: rename index _schema_sync_index_By_A to by_a, rename index _schema_sync_index_By_B to by_b (alter table:t)
ALTER TABLE `t`
  RENAME INDEX `_schema_sync_index_By_A` TO `by_a`,
  RENAME INDEX `_schema_sync_index_By_B` TO `by_b`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table t: have queries use index by_a, have no query use index by_b (alter table:t)
ALTER TABLE `t`
  ALTER INDEX `by_a` NOT IGNORED,
  ALTER INDEX `by_b` IGNORED,
  ALGORITHM=INSTANT;
