-- alter table:t
--   change-partitioning partitioning: PARTITION BY RANGE (`a`)\n(PARTITION `x` VALUES LESS THAN (10),\n PARTITION `rest` VALUES LESS THAN MAXVALUE) → PARTITION BY RANGE (`a`)\n(PARTITION `x` VALUES LESS THAN (10),\n PARTITION `y` VALUES LESS THAN (20),\n PARTITION `z` VALUES LESS THAN (30),\n PARTITION `rest` VALUES LESS THAN MAXVALUE)

-- ==== up ====
-- batch

-- 1. reorganize partitions of table t (alter table:t)
--    ! blocks-writes, blocks-writes: nobody can write to table t while the rows of its partitions rest are dealt out anew
ALTER TABLE `t`
  REORGANIZE PARTITION `rest` INTO (PARTITION `y` VALUES LESS THAN (20), PARTITION `z` VALUES LESS THAN (30), PARTITION `rest` VALUES LESS THAN MAXVALUE);

-- ==== down ====
-- batch

-- 1. reorganize partitions of table t (alter table:t)
--    ! blocks-writes, blocks-writes: nobody can write to table t while the rows of its partitions y, z, rest are dealt out anew
ALTER TABLE `t`
  REORGANIZE PARTITION `y`, `z`, `rest` INTO (PARTITION `rest` VALUES LESS THAN MAXVALUE);
