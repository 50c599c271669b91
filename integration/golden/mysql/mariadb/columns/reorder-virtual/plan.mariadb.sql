-- alter table:t
--   change-column-order columns

-- ==== up ====
-- batch

-- 1. alter table t: change column v (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column v: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `v` int(11) GENERATED ALWAYS AS (`a` + 1) VIRTUAL AFTER `id`,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table t: change column v (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column v: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `v` int(11) GENERATED ALWAYS AS (`a` + 1) VIRTUAL AFTER `b`,
  ALGORITHM=COPY,
  LOCK=SHARED;
