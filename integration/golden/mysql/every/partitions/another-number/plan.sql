-- alter table:t
--   change-partitioning partitioning: PARTITION BY HASH (`a`)\nPARTITIONS 2 → PARTITION BY KEY (`a`)\nPARTITIONS 2

-- ==== up ====
-- batch

-- 1. partition table t (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `t`
PARTITION BY KEY (`a`)
PARTITIONS 2;

-- ==== down ====
-- batch

-- 1. partition table t (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `t`
PARTITION BY HASH (`a`)
PARTITIONS 2;
