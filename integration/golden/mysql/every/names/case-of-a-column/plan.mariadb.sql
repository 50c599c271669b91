-- alter table:t
--   rename-column columns.id: Id → id
--   rename-column columns.name: Name → name
--   change-index indexes.by_name: KEY `By_Name` (`name`) → KEY `by_name` (`name`)
--   change-check checks.named: CONSTRAINT `Named` CHECK (`name` <> '') → CONSTRAINT `named` CHECK (`name` <> '')

-- ==== up ====
-- batch

-- 1. alter table t: rename index By_Name to _schema_sync_index_By_Name (alter table:t)
ALTER TABLE `t`
  RENAME INDEX `By_Name` TO `_schema_sync_index_By_Name`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table t: rename column Id to id, rename column Name to name, replace check named, rename index _schema_sync_index_By_Name to by_name (alter table:t)
--    ! correctness, checks-rows: fails when rows of t do not satisfy check named (`name` <> '')
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to replace check named: nobody can write to it meanwhile
ALTER TABLE `t`
  DROP CONSTRAINT `Named`,
  RENAME COLUMN `Id` TO `id`,
  RENAME COLUMN `Name` TO `name`,
  ADD CONSTRAINT `named` CHECK (`name` <> ''),
  RENAME INDEX `_schema_sync_index_By_Name` TO `by_name`,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table t: rename index by_name to _schema_sync_index_by_name (alter table:t)
ALTER TABLE `t`
  RENAME INDEX `by_name` TO `_schema_sync_index_by_name`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table t: rename column id to Id, rename column name to Name, replace check Named, rename index _schema_sync_index_by_name to By_Name (alter table:t)
--    ! correctness, checks-rows: fails when rows of t do not satisfy check Named (`Name` <> '')
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to replace check Named: nobody can write to it meanwhile
ALTER TABLE `t`
  DROP CONSTRAINT `named`,
  RENAME COLUMN `id` TO `Id`,
  RENAME COLUMN `name` TO `Name`,
  ADD CONSTRAINT `Named` CHECK (`Name` <> ''),
  RENAME INDEX `_schema_sync_index_by_name` TO `By_Name`,
  ALGORITHM=COPY,
  LOCK=SHARED;
