-- alter table:t
--   add-column columns.first: `first` int(11) NULL
--   add-column columns.last: `last` int(11) NULL

-- ==== up ====
-- batch

-- 1. alter table t: add column first, add column last (alter table:t)
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to add column first; others can go on reading and writing
ALTER TABLE `t`
  ADD COLUMN `first` int(11) NULL AFTER `id`,
  ADD COLUMN `last` int(11) NULL,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table t: drop column first, drop column last (alter table:t)
--    ! data-loss, drops-column: drops column t.first with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.last with all of its values [irreversible]
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to drop column first; others can go on reading and writing
ALTER TABLE `t`
  DROP COLUMN `first`,
  DROP COLUMN `last`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
