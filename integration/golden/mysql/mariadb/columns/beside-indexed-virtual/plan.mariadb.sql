-- alter table:t
--   add-column columns.c: `c` int(11) NULL DEFAULT 4
--   change-not-null columns.a.notNull: none → true
--   change-options options:  → row_format=COMPACT

-- ==== up ====
-- batch

-- 1. alter table t: change column a, add column c, change row_format (alter table:t)
--    ! correctness, adds-not-null: fails when a row of t has no value in a
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column a: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `a` varchar(20) NOT NULL,
  ADD COLUMN `c` int(11) NULL DEFAULT 4,
  ROW_FORMAT=COMPACT,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table t: drop column c, change column a, change row_format (alter table:t)
--    ! data-loss, drops-column: drops column t.c with all of its values [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to drop column c: nobody can write to it meanwhile
ALTER TABLE `t`
  DROP COLUMN `c`,
  MODIFY COLUMN `a` varchar(20) NULL,
  ROW_FORMAT=DEFAULT,
  ALGORITHM=COPY,
  LOCK=SHARED;
