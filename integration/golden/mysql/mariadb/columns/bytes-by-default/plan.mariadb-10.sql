-- alter table:t
--   add-column columns.asked: `asked` varbinary(8) NULL DEFAULT 'why?'
--   add-column columns.fixed: `fixed` binary(4) NULL DEFAULT x'c3280000'
--   add-column columns.four: `four` varbinary(8) NULL DEFAULT x'f09f9880'
--   add-column columns.qu'ö`ted: `qu'ö``ted` varbinary(16) NOT NULL DEFAULT x'ff00275c0a0d1a22093f80a0'
--   change-default columns.a.default: x'fe00' → x'ff00'

-- ==== up ====
-- batch

-- 1. alter table t: change column a, add column fixed, add column qu'ö`ted, add column four, add column asked (alter table:t)
ALTER TABLE `t`
  ALTER COLUMN `a` SET DEFAULT x'ff00',
  ADD COLUMN `fixed` binary(4) NULL DEFAULT x'c3280000',
  ADD COLUMN `qu'ö``ted` varbinary(16) NOT NULL DEFAULT x'ff00275c0a0d1a22093f80a0',
  ADD COLUMN `four` varbinary(8) NULL DEFAULT x'f09f9880',
  ADD COLUMN `asked` varbinary(8) NULL DEFAULT 'why?',
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: drop column asked, drop column fixed, drop column four, drop column qu'ö`ted, change column a (alter table:t)
--    ! data-loss, drops-column: drops column t.asked with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.fixed with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.four with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.qu'ö`ted with all of its values [irreversible]
ALTER TABLE `t`
  DROP COLUMN `asked`,
  DROP COLUMN `fixed`,
  DROP COLUMN `four`,
  DROP COLUMN `qu'ö``ted`,
  ALTER COLUMN `a` SET DEFAULT x'fe00',
  ALGORITHM=INSTANT;
