-- alter table:t
--   change-generated columns.y.generated: {"as":"`x` + 1","stored":true} → none

-- ==== up ====
-- batch

-- 1. alter table t: change column y (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column y: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `y` int(11) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table t: change column y (alter table:t)
--    ! data-loss, replaces-values: computes t.y from then on: what rows hold there now is lost [irreversible]
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because there is no other way to change column y: nobody can write to it meanwhile
ALTER TABLE `t`
  MODIFY COLUMN `y` int(11) GENERATED ALWAYS AS (`x` + 1) STORED,
  ALGORITHM=COPY,
  LOCK=SHARED;
