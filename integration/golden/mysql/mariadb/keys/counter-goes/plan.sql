-- alter table:t
--   change-auto-increment columns.id.autoIncrement: true → none

-- ==== up ====
-- batch

-- 1. alter table t: change column id (alter table:t)
ALTER TABLE `t`
  MODIFY COLUMN `id` int(11) NOT NULL,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. alter table t: change column id (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `id` int(11) NOT NULL AUTO_INCREMENT,
  ALGORITHM=COPY,
  LOCK=SHARED;
