-- alter table:t
--   change-partitioning partitioning: PARTITION BY RANGE (`a`)\nSUBPARTITION BY HASH (`b`)\nSUBPARTITIONS 2\n(PARTITION `x` VALUES LESS THAN (10),\n PARTITION `y` VALUES LESS THAN (20)) → PARTITION BY RANGE (`a`)\nSUBPARTITION BY HASH (`b`)\nSUBPARTITIONS 2\n(PARTITION `x` VALUES LESS THAN (10),\n PARTITION `y` VALUES LESS THAN (20),\n PARTITION `z` VALUES LESS THAN (30))

-- ==== up ====
-- batch

-- 1. add partitions to table t (alter table:t)
ALTER TABLE `t`
  ADD PARTITION (PARTITION `z` VALUES LESS THAN (30));

-- ==== down ====
-- batch

-- 1. partition table t (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `t`
PARTITION BY RANGE (`a`)
SUBPARTITION BY HASH (`b`)
SUBPARTITIONS 2
(PARTITION `x` VALUES LESS THAN (10),
 PARTITION `y` VALUES LESS THAN (20));
