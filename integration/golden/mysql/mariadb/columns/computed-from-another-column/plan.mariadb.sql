-- alter table:t
--   drop-column columns.a: `a` int(11) NULL
--   add-column columns.b: `b` int(11) NULL DEFAULT 4
--   change-generated columns.v.generated: {"as":"`a`","stored":false} → {"as":"`b` + 1","stored":false}

-- ==== up ====
-- batch

-- 1. alter table t: add column b, change column v (alter table:t)
ALTER TABLE `t`
  ADD COLUMN `b` int(11) NULL DEFAULT 4,
  MODIFY COLUMN `v` int(11) GENERATED ALWAYS AS (`b` + 1) VIRTUAL,
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table t: drop column a (alter table:t)
--    ! data-loss, drops-column: drops column t.a with all of its values [irreversible]
ALTER TABLE `t`
  DROP COLUMN `a`,
  ALGORITHM=INSTANT;

-- The way down does not bring back:
--   alter table:t: drops column t.a with all of its values

-- ==== down ====
-- batch

-- 1. alter table t: add column a, change column v, drop column b (alter table:t)
--    ! data-loss, drops-column: drops column t.b with all of its values [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to add column a: nobody can write to it meanwhile
ALTER TABLE `t`
  ADD COLUMN `a` int(11) NULL AFTER `id`,
  MODIFY COLUMN `v` int(11) GENERATED ALWAYS AS (`a`) VIRTUAL,
  DROP COLUMN `b`,
  ALGORITHM=COPY,
  LOCK=SHARED;
