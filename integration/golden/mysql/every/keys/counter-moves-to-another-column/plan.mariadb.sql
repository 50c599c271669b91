-- alter table:t
--   change-auto-increment columns.id.autoIncrement: true → none
--   change-auto-increment columns.x.autoIncrement: none → true
--   add-index indexes.xs: UNIQUE KEY `xs` (`x`)

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. alter table t: change column id, change column x, add index xs (alter table:t)
--    ! correctness, checks-rows: fails when rows of t do not satisfy index xs (x), which is unique
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column x: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `id` int(11) NOT NULL,
  MODIFY COLUMN `x` int(11) NOT NULL AUTO_INCREMENT,
  ADD UNIQUE KEY `xs` (`x`),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION"

-- 1. alter table t: drop index xs, change column id, change column x (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `t`
  DROP INDEX `xs`,
  MODIFY COLUMN `id` int(11) NOT NULL AUTO_INCREMENT,
  MODIFY COLUMN `x` int(11) NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
