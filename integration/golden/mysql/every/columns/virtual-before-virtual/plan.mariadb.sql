-- alter table:t
--   add-column columns.w: `w` int(11) GENERATED ALWAYS AS (`a` + 1) VIRTUAL

-- ==== up ====
-- batch

-- 1. alter table t: add column w (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to add column w: nobody can write to it meanwhile
ALTER TABLE `t`
  ADD COLUMN `w` int(11) GENERATED ALWAYS AS (`a` + 1) VIRTUAL FIRST,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table t: drop column w (alter table:t)
ALTER TABLE `t`
  DROP COLUMN `w`,
  ALGORITHM=INSTANT;
