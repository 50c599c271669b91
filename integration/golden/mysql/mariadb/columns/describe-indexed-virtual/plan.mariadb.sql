-- alter table:t
--   change-comment columns.v.comment: none → one more

-- ==== up ====
-- batch

-- 1. alter table t: change column v (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column v: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `v` int(11) GENERATED ALWAYS AS (`a` + 1) VIRTUAL COMMENT 'one more',
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table t: change column v (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column v: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `v` int(11) GENERATED ALWAYS AS (`a` + 1) VIRTUAL,
  ALGORITHM=COPY,
  LOCK=SHARED;
