-- alter table:days
--   change-partitioning partitioning: none → PARTITION BY RANGE (`day`)\nSUBPARTITION BY HASH (`id`)\nSUBPARTITIONS 2\n(PARTITION `a` VALUES LESS THAN (10),\n PARTITION `b` VALUES LESS THAN MAXVALUE)

-- ==== up ====
-- batch

-- 1. partition table days (alter table:days)
--    ! blocks-writes, copies-table: copies table days row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `days`
PARTITION BY RANGE (`day`)
SUBPARTITION BY HASH (`id`)
SUBPARTITIONS 2
(PARTITION `a` VALUES LESS THAN (10),
 PARTITION `b` VALUES LESS THAN MAXVALUE);

-- ==== down ====
-- batch

-- 1. keep the rows of table days together again (alter table:days)
--    ! blocks-writes, copies-table: copies table days row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `days` REMOVE PARTITIONING;
