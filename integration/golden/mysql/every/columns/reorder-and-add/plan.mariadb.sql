-- alter table:t
--   add-column columns.m: `m` int(11) NULL
--   add-column columns.n: `n` int(11) NULL
--   add-column columns.o: `o` int(11) NULL
--   add-column columns.p: `p` int(11) NULL
--   change-column-order columns

-- ==== up ====
-- batch

-- 1. alter table t: add column n, change column d, add column m, change column c, add column o, add column p (alter table:t)
ALTER TABLE `t`
  ADD COLUMN `n` int(11) NULL FIRST,
  MODIFY COLUMN `d` int(11) NULL AFTER `n`,
  ADD COLUMN `m` int(11) NULL AFTER `d`,
  MODIFY COLUMN `c` varchar(9) NULL AFTER `a`,
  ADD COLUMN `o` int(11) NULL AFTER `c`,
  ADD COLUMN `p` int(11) NULL,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: drop column m, drop column n, drop column o, drop column p, change column b, change column d (alter table:t)
--    ! data-loss, drops-column: drops column t.m with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.n with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.o with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.p with all of its values [irreversible]
ALTER TABLE `t`
  DROP COLUMN `m`,
  DROP COLUMN `n`,
  DROP COLUMN `o`,
  DROP COLUMN `p`,
  MODIFY COLUMN `b` int(11) NULL AFTER `a`,
  MODIFY COLUMN `d` int(11) NULL AFTER `c`,
  ALGORITHM=INSTANT;
