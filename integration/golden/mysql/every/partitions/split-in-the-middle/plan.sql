-- alter table:t
--   change-partitioning partitioning: PARTITION BY RANGE (`a`)\n(PARTITION `x` VALUES LESS THAN (10),\n PARTITION `y` VALUES LESS THAN (20),\n PARTITION `rest` VALUES LESS THAN MAXVALUE) → PARTITION BY RANGE (`a`)\n(PARTITION `x` VALUES LESS THAN (10),\n PARTITION `y1` VALUES LESS THAN (15),\n PARTITION `y` VALUES LESS THAN (20),\n PARTITION `rest` VALUES LESS THAN MAXVALUE)

-- ==== up ====
-- batch

-- 1. reorganize partitions of table t (alter table:t)
--    ! blocks-writes, blocks-writes: nobody can write to table t while the rows of its partitions y are dealt out anew
ALTER TABLE `t`
  REORGANIZE PARTITION `y` INTO (PARTITION `y1` VALUES LESS THAN (15), PARTITION `y` VALUES LESS THAN (20));

-- ==== down ====
-- batch

-- 1. reorganize partitions of table t (alter table:t)
--    ! blocks-writes, blocks-writes: nobody can write to table t while the rows of its partitions y1, y are dealt out anew
ALTER TABLE `t`
  REORGANIZE PARTITION `y1`, `y` INTO (PARTITION `y` VALUES LESS THAN (20));
