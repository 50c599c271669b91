-- alter table:t
--   change-partitioning partitioning: PARTITION BY RANGE (`a`)\n(PARTITION `x` VALUES LESS THAN (10),\n PARTITION `y` VALUES LESS THAN (20),\n PARTITION `rest` VALUES LESS THAN MAXVALUE) → PARTITION BY RANGE (`a`)\n(PARTITION `x` VALUES LESS THAN (10),\n PARTITION `y` VALUES LESS THAN (15),\n PARTITION `rest` VALUES LESS THAN MAXVALUE)

-- ==== up ====
-- batch

-- 1. reorganize partitions of table t (alter table:t)
--    ! blocks-writes, blocks-writes: nobody can write to table t while the rows of its partitions y, rest are dealt out anew
ALTER TABLE `t`
  REORGANIZE PARTITION `y`, `rest` INTO (PARTITION `y` VALUES LESS THAN (15), PARTITION `rest` VALUES LESS THAN MAXVALUE);

-- ==== down ====
-- batch

-- 1. reorganize partitions of table t (alter table:t)
--    ! blocks-writes, blocks-writes: nobody can write to table t while the rows of its partitions y, rest are dealt out anew
ALTER TABLE `t`
  REORGANIZE PARTITION `y`, `rest` INTO (PARTITION `y` VALUES LESS THAN (20), PARTITION `rest` VALUES LESS THAN MAXVALUE);
