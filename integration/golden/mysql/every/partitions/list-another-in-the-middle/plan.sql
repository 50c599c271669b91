-- alter table:t
--   change-partitioning partitioning: PARTITION BY LIST (`a`)\n(PARTITION `x` VALUES IN (1,2),\n PARTITION `y` VALUES IN (3)) → PARTITION BY LIST (`a`)\n(PARTITION `x` VALUES IN (1,2),\n PARTITION `w` VALUES IN (7),\n PARTITION `y` VALUES IN (3))

-- ==== up ====
-- batch

-- 1. reorganize partitions of table t (alter table:t)
--    ! blocks-writes, blocks-writes: nobody can write to table t while the rows of its partitions y are dealt out anew
ALTER TABLE `t`
  REORGANIZE PARTITION `y` INTO (PARTITION `w` VALUES IN (7), PARTITION `y` VALUES IN (3));

-- ==== down ====
-- batch

-- 1. partition table t (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `t`
PARTITION BY LIST (`a`)
(PARTITION `x` VALUES IN (1,2),
 PARTITION `y` VALUES IN (3));
