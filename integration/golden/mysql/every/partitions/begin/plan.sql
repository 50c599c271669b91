-- alter table:days
--   change-partitioning partitioning: none → PARTITION BY HASH (`id`)\nPARTITIONS 4

-- ==== up ====
-- batch

-- 1. partition table days (alter table:days)
--    ! blocks-writes, copies-table: copies table days row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `days`
PARTITION BY HASH (`id`)
PARTITIONS 4;

-- ==== down ====
-- batch

-- 1. keep the rows of table days together again (alter table:days)
--    ! blocks-writes, copies-table: copies table days row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `days` REMOVE PARTITIONING;
