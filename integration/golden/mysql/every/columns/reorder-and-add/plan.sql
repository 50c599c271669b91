-- alter table:t
--   add-column columns.m: `m` int NULL
--   add-column columns.n: `n` int NULL
--   add-column columns.o: `o` int NULL
--   add-column columns.p: `p` int NULL
--   change-column-order columns

-- ==== up ====
-- batch

-- 1. alter table t: add column n, change column d, add column m, change column c, add column o, add column p (alter table:t)
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to change column d; others can go on reading and writing
ALTER TABLE `t`
  ADD COLUMN `n` int NULL FIRST,
  MODIFY COLUMN `d` int NULL AFTER `n`,
  ADD COLUMN `m` int NULL AFTER `d`,
  MODIFY COLUMN `c` varchar(9) NULL AFTER `a`,
  ADD COLUMN `o` int NULL AFTER `c`,
  ADD COLUMN `p` int NULL,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table t: drop column m, drop column n, drop column o, drop column p, change column b, change column d (alter table:t)
--    ! data-loss, drops-column: drops column t.m with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.n with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.o with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.p with all of its values [irreversible]
--    ! slow, rebuilds-table: builds table t anew in place, because there is no other way to change column b; others can go on reading and writing
ALTER TABLE `t`
  DROP COLUMN `m`,
  DROP COLUMN `n`,
  DROP COLUMN `o`,
  DROP COLUMN `p`,
  MODIFY COLUMN `b` int NULL AFTER `a`,
  MODIFY COLUMN `d` int NULL AFTER `c`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
