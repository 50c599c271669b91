-- alter table:t
--   change-partitioning partitioning: PARTITION BY LIST (`a`)\n(PARTITION `x` VALUES IN (1,2),\n PARTITION `y` VALUES IN (3,4),\n PARTITION `z` VALUES IN (5)) → PARTITION BY LIST (`a`)\n(PARTITION `x` VALUES IN (1),\n PARTITION `y` VALUES IN (2,3,4),\n PARTITION `z` VALUES IN (5))

-- ==== up ====
-- batch

-- 1. reorganize partitions of table t (alter table:t)
--    ! blocks-writes, blocks-writes: nobody can write to table t while the rows of its partitions x, y, z are dealt out anew
ALTER TABLE `t`
  REORGANIZE PARTITION `x`, `y`, `z` INTO (PARTITION `x` VALUES IN (1), PARTITION `y` VALUES IN (2,3,4), PARTITION `z` VALUES IN (5));

-- ==== down ====
-- batch

-- 1. reorganize partitions of table t (alter table:t)
--    ! blocks-writes, blocks-writes: nobody can write to table t while the rows of its partitions x, y, z are dealt out anew
ALTER TABLE `t`
  REORGANIZE PARTITION `x`, `y`, `z` INTO (PARTITION `x` VALUES IN (1,2), PARTITION `y` VALUES IN (3,4), PARTITION `z` VALUES IN (5));
