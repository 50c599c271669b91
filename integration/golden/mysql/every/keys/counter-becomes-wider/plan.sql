-- alter table:t
--   change-type columns.id.type: int → bigint unsigned

-- ==== up ====
-- batch

-- 1. alter table t: change column id (alter table:t)
--    ! data-loss, converts-values: changes t.id from int to bigint unsigned: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- The way down does not bring back:
--   alter table:t: changes t.id from int to bigint unsigned: values that do not fit make it fail, and others may be rounded or read differently

-- ==== down ====
-- batch

-- 1. alter table t: change column id (alter table:t)
--    ! data-loss, converts-values: changes t.id from bigint unsigned to int: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT,
  ALGORITHM=COPY,
  LOCK=SHARED;
