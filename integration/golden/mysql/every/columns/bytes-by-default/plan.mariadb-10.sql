-- alter table:t
--   add-column columns.em`pty: `em``pty` varbinary(4) NULL DEFAULT ''
--   add-column columns.inner_zero: `inner_zero` varbinary(4) NULL DEFAULT 'a\0b'
--   add-column columns.none: `none` binary(4) NOT NULL DEFAULT '\0\0\0\0'
--   add-column columns.short: `short` binary(4) NULL DEFAULT 'a\0\0\0'
--   add-column columns.slash: `slash` varbinary(4) NULL DEFAULT '\\0\0'
--   add-column columns.zeros: `zeros` varbinary(4) NULL DEFAULT '\0\0'
--   change-default columns.a.default: 'a' → 'a\0\0'
--   change-default columns.b.default: 'A' → '0x41'

-- ==== up ====
-- batch

-- 1. alter table t: change column a, change column b, add column none, add column short, add column em`pty, add column zeros, add column slash, add column inner_zero (alter table:t)
ALTER TABLE `t`
  ALTER COLUMN `a` SET DEFAULT 'a\0\0',
  ALTER COLUMN `b` SET DEFAULT '0x41',
  ADD COLUMN `none` binary(4) NOT NULL DEFAULT '\0\0\0\0',
  ADD COLUMN `short` binary(4) NULL DEFAULT 'a\0\0\0',
  ADD COLUMN `em``pty` varbinary(4) NULL DEFAULT '',
  ADD COLUMN `zeros` varbinary(4) NULL DEFAULT '\0\0',
  ADD COLUMN `slash` varbinary(4) NULL DEFAULT '\\0\0',
  ADD COLUMN `inner_zero` varbinary(4) NULL DEFAULT 'a\0b',
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: drop column em`pty, drop column inner_zero, drop column none, drop column short, drop column slash, drop column zeros, change column a, change column b (alter table:t)
--    ! data-loss, drops-column: drops column t.em`pty with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.inner_zero with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.none with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.short with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.slash with all of its values [irreversible]
--    ! data-loss, drops-column: drops column t.zeros with all of its values [irreversible]
ALTER TABLE `t`
  DROP COLUMN `em``pty`,
  DROP COLUMN `inner_zero`,
  DROP COLUMN `none`,
  DROP COLUMN `short`,
  DROP COLUMN `slash`,
  DROP COLUMN `zeros`,
  ALTER COLUMN `a` SET DEFAULT 'a',
  ALTER COLUMN `b` SET DEFAULT 'A',
  ALGORITHM=INSTANT;
