-- alter table:days
--   change-partitioning partitioning: PARTITION BY RANGE (`day`)\n(PARTITION `a` VALUES LESS THAN (10),\n PARTITION `b` VALUES LESS THAN (20)) → PARTITION BY RANGE (`day`)\n(PARTITION `a` VALUES LESS THAN (10),\n PARTITION `b` VALUES LESS THAN (20),\n PARTITION `c` VALUES LESS THAN (30))

-- ==== up ====
-- batch

-- 1. add partitions to table days (alter table:days)
ALTER TABLE `days`
  ADD PARTITION (PARTITION `c` VALUES LESS THAN (30));

-- ==== down ====
-- batch

-- 1. partition table days (alter table:days)
--    ! blocks-writes, copies-table: copies table days row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `days`
PARTITION BY RANGE (`day`)
(PARTITION `a` VALUES LESS THAN (10),
 PARTITION `b` VALUES LESS THAN (20));
