-- alter table:teams
--   change-auto-increment columns.id.autoIncrement: none → true

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. alter table teams: change column id (alter table:teams)
--    ! blocks-writes, copies-table: copies table teams row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `teams`
  MODIFY COLUMN `id` int(11) NOT NULL AUTO_INCREMENT,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table teams: change column id (alter table:teams)
ALTER TABLE `teams`
  MODIFY COLUMN `id` int(11) NOT NULL,
  ALGORITHM=INSTANT;
