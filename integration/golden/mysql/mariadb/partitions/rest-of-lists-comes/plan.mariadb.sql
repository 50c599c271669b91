-- alter table:t
--   change-partitioning partitioning: PARTITION BY LIST (`a`)\n(PARTITION `x` VALUES IN (1,2),\n PARTITION `n` VALUES IN (0)) → PARTITION BY LIST (`a`)\n(PARTITION `x` VALUES IN (1,2),\n PARTITION `n` DEFAULT)

-- ==== up ====
-- batch

-- 1. partition table t (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `t`
PARTITION BY LIST (`a`)
(PARTITION `x` VALUES IN (1,2),
 PARTITION `n` DEFAULT);

-- ==== down ====
-- batch

-- 1. partition table t (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `t`
PARTITION BY LIST (`a`)
(PARTITION `x` VALUES IN (1,2),
 PARTITION `n` VALUES IN (0));
