-- alter table:t
--   change-default columns.a.default: none → ('one')
--   change-default columns.b.default: ('one') → none
--   change-default columns.c.default: ('{}') → ('{"a":1}')
--   change-default columns.d.default: ('in brackets') → ('in others')
--   change-default columns.e.default: 'a word' → ('a word')
--   change-default columns.f.default: ('x') → none

-- ==== up ====
-- batch

-- 1. alter table t: change column a, change column b, change column c, change column d, change column e, change column f (alter table:t)
ALTER TABLE `t`
  MODIFY COLUMN `a` text NULL DEFAULT ('one'),
  ALTER COLUMN `b` DROP DEFAULT,
  MODIFY COLUMN `c` json NULL DEFAULT ('{"a":1}'),
  MODIFY COLUMN `d` varchar(20) NULL DEFAULT ('in others'),
  MODIFY COLUMN `e` varchar(20) NULL DEFAULT ('a word'),
  MODIFY COLUMN `f` blob NULL,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. alter table t: change column a, change column b, change column c, change column d, change column e, change column f (alter table:t)
ALTER TABLE `t`
  MODIFY COLUMN `a` text NULL,
  MODIFY COLUMN `b` text NOT NULL DEFAULT ('one'),
  MODIFY COLUMN `c` json NULL DEFAULT ('{}'),
  MODIFY COLUMN `d` varchar(20) NULL DEFAULT ('in brackets'),
  ALTER COLUMN `e` SET DEFAULT 'a word',
  MODIFY COLUMN `f` blob NULL DEFAULT ('x'),
  ALGORITHM=INSTANT;
