-- alter table:days
--   change-partitioning partitioning: PARTITION BY HASH (`id`)\nPARTITIONS 4 → PARTITION BY LIST (`day`)\n(PARTITION `a` VALUES IN (5,6),\n PARTITION `b` VALUES IN (15))

-- ==== up ====
-- batch

-- 1. partition table days (alter table:days)
--    ! blocks-writes, copies-table: copies table days row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `days`
PARTITION BY LIST (`day`)
(PARTITION `a` VALUES IN (5,6),
 PARTITION `b` VALUES IN (15));

-- ==== down ====
-- batch

-- 1. partition table days (alter table:days)
--    ! blocks-writes, copies-table: copies table days row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `days`
PARTITION BY HASH (`id`)
PARTITIONS 4;
