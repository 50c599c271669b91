-- alter table:t
--   change-type columns.id.type: int(11) → bigint(20) unsigned

-- ==== up ====
-- batch

-- 1. alter table t: change column id (alter table:t)
--    ! data-loss, converts-values: changes t.id from int(11) to bigint(20) unsigned: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- The way down does not bring back:
--   alter table:t: changes t.id from int(11) to bigint(20) unsigned: values that do not fit make it fail, and others may be rounded or read differently

-- ==== down ====
-- batch

-- 1. alter table t: change column id (alter table:t)
--    ! data-loss, converts-values: changes t.id from bigint(20) unsigned to int(11): values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `id` int(11) NOT NULL AUTO_INCREMENT,
  ALGORITHM=COPY,
  LOCK=SHARED;
