-- alter table:t
--   change-partitioning partitioning: PARTITION BY RANGE (`a`)\n(PARTITION `x` VALUES LESS THAN (10),\n PARTITION `y` VALUES LESS THAN (20),\n PARTITION `z` VALUES LESS THAN (30),\n PARTITION `rest` VALUES LESS THAN MAXVALUE) → PARTITION BY RANGE (`a`)\n(PARTITION `x` VALUES LESS THAN (10),\n PARTITION `z` VALUES LESS THAN (30),\n PARTITION `rest` VALUES LESS THAN MAXVALUE)

-- ==== up ====
-- batch

-- 1. reorganize partitions of table t (alter table:t)
--    ! blocks-writes, blocks-writes: nobody can write to table t while the rows of its partitions y, z are dealt out anew
ALTER TABLE `t`
  REORGANIZE PARTITION `y`, `z` INTO (PARTITION `z` VALUES LESS THAN (30));

-- ==== down ====
-- batch

-- 1. reorganize partitions of table t (alter table:t)
--    ! blocks-writes, blocks-writes: nobody can write to table t while the rows of its partitions z are dealt out anew
ALTER TABLE `t`
  REORGANIZE PARTITION `z` INTO (PARTITION `y` VALUES LESS THAN (20), PARTITION `z` VALUES LESS THAN (30));
