-- alter table:t
--   drop-column columns.a: `a` int(11) NULL
--   add-column columns.c: `c` varchar(9) NULL DEFAULT 'c'

-- ==== up ====
-- batch

-- 1. alter table t: drop column a, add column c (alter table:t)
--    ! data-loss, drops-column: drops column t.a with all of its values [irreversible]
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to drop column a; others can go on reading and writing
ALTER TABLE `t`
  DROP COLUMN `a`,
  ADD COLUMN `c` varchar(9) NULL DEFAULT 'c',
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- The way down does not bring back:
--   alter table:t: drops column t.a with all of its values

-- ==== down ====
-- batch

-- 1. alter table t: drop column c, add column a (alter table:t)
--    ! data-loss, drops-column: drops column t.c with all of its values [irreversible]
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to drop column c; others can go on reading and writing
ALTER TABLE `t`
  DROP COLUMN `c`,
  ADD COLUMN `a` int(11) NULL AFTER `id`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
