-- alter table:t
--   change-generated columns.v.generated: {"as":"`a` + 1","stored":false} → {"as":"`a` + 2","stored":false}

-- ==== up ====
-- batch

-- 1. alter table t: change column v (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column v: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `v` int(11) GENERATED ALWAYS AS (`a` + 2) VIRTUAL,
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
