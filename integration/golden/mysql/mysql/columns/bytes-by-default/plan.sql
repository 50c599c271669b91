-- alter table:t
--   add-column columns.fixed: `fixed` binary(4) NULL DEFAULT x'00FF0000'
--   add-column columns.letters: `letters` varbinary(8) NULL DEFAULT x'C3A900C3B6'
--   add-column columns.quo`ted: `quo``ted` varbinary(8) NULL DEFAULT x'0027225C0A1A'
--   change-default columns.a.default: x'61' → x'FF0000'
--   change-default columns.b.default: 'A' → '0xff'

-- ==== up ====
-- batch

-- 1. alter table t: change column a, change column b, add column fixed, add column quo`ted, add column letters (alter table:t)
ALTER TABLE `t`
  ALTER COLUMN `a` SET DEFAULT x'FF0000',
  ALTER COLUMN `b` SET DEFAULT '0xff',
  ADD COLUMN `fixed` binary(4) NULL DEFAULT x'00FF0000',
  ADD COLUMN `quo``ted` varbinary(8) NULL DEFAULT x'0027225C0A1A',
  ADD COLUMN `letters` varbinary(8) NULL DEFAULT x'C3A900C3B6',
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: drop column fixed, drop column letters, drop column quo`ted, change column a, change column b (alter table:t)
--    ! data-loss, drops-column: drops column t.fixed with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.letters with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.quo`ted with all of its values [irreversible]
ALTER TABLE `t`
  DROP COLUMN `fixed`,
  DROP COLUMN `letters`,
  DROP COLUMN `quo``ted`,
  ALTER COLUMN `a` SET DEFAULT x'61',
  ALTER COLUMN `b` SET DEFAULT 'A',
  ALGORITHM=INSTANT;
