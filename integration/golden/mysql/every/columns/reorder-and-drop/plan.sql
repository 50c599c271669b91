-- alter table:t
--   drop-column columns.b: `b` int NULL
--   change-column-order columns

-- ==== up ====
-- batch

-- 1. alter table t: drop column b, change column d (alter table:t)
--    ! data-loss, drops-column: drops column t.b with all of its values [irreversible]
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to change column d; others can go on reading and writing
ALTER TABLE `t`
  DROP COLUMN `b`,
  MODIFY COLUMN `d` int NULL FIRST,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- The way down does not bring back:
--   alter table:t: drops column t.b with all of its values

-- ==== down ====
-- batch

-- 1. alter table t: add column b, change column d (alter table:t)
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to change column d; others can go on reading and writing
ALTER TABLE `t`
  ADD COLUMN `b` int NULL AFTER `a`,
  MODIFY COLUMN `d` int NULL AFTER `c`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
