-- alter table:t
--   drop-column columns.b: `b` int(11) NULL
--   change-column-order columns

-- ==== up ====
-- batch

-- 1. alter table t: drop column b, change column d (alter table:t)
--    ! data-loss, drops-column: drops column t.b with all of its values [irreversible]
ALTER TABLE `t`
  DROP COLUMN `b`,
  MODIFY COLUMN `d` int(11) NULL FIRST,
  ALGORITHM=INSTANT;

-- The way down does not bring back:
--   alter table:t: drops column t.b with all of its values

-- ==== down ====
-- batch

-- 1. alter table t: add column b, change column d (alter table:t)
ALTER TABLE `t`
  ADD COLUMN `b` int(11) NULL AFTER `a`,
  MODIFY COLUMN `d` int(11) NULL AFTER `c`,
  ALGORITHM=INSTANT;
