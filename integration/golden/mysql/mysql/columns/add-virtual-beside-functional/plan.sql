-- alter table:t
--   add-column columns.v: `v` int GENERATED ALWAYS AS (`a`) VIRTUAL

-- ==== up ====
-- batch

-- 1. alter table t: add column v (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to add column v: nobody can write to it meanwhile
ALTER TABLE `t`
  ADD COLUMN `v` int GENERATED ALWAYS AS (`a`) VIRTUAL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table t: drop column v (alter table:t)
ALTER TABLE `t`
  DROP COLUMN `v`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
