-- alter table:t
--   add-column columns.a: `a` varchar(10) NULL DEFAULT '0xAB'
--   add-column columns.b: `b` binary(2) NULL DEFAULT x'3078'
--   add-column columns.e: `e` enum('0x1','0x2') NOT NULL DEFAULT '0x1'
--   add-column columns.v: `v` varbinary(9) NULL DEFAULT x'FF0A'

-- ==== up ====
-- batch

-- 1. alter table t: add column a, add column e, add column b, add column v (alter table:t)
ALTER TABLE `t`
  ADD COLUMN `a` varchar(10) NULL DEFAULT '0xAB',
  ADD COLUMN `e` enum('0x1','0x2') NOT NULL DEFAULT '0x1',
  ADD COLUMN `b` binary(2) NULL DEFAULT x'3078',
  ADD COLUMN `v` varbinary(9) NULL DEFAULT x'FF0A',
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: drop column a, drop column b, drop column e, drop column v (alter table:t)
--    ! data-loss, drops-column: drops column t.a with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.b with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.e with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.v with all of its values [irreversible]
ALTER TABLE `t`
  DROP COLUMN `a`,
  DROP COLUMN `b`,
  DROP COLUMN `e`,
  DROP COLUMN `v`,
  ALGORITHM=INSTANT;
