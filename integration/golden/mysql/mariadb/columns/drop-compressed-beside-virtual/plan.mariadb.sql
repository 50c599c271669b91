-- alter table:t
--   drop-column columns.b: `b` int(11) NULL

-- ==== up ====
-- batch

-- 1. alter table t: drop column b (alter table:t)
--    ! data-loss, drops-column: drops column t.b with all of its values [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to drop column b: nobody can write to it meanwhile
ALTER TABLE `t`
  DROP COLUMN `b`,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- The way down does not bring back:
--   alter table:t: drops column t.b with all of its values

-- ==== down ====
-- batch

-- 1. alter table t: add column b (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to add column b: nobody can write to it meanwhile
ALTER TABLE `t`
  ADD COLUMN `b` int(11) NULL AFTER `a`,
  ALGORITHM=COPY,
  LOCK=SHARED;
