-- alter table:prices
--   change-partitioning partitioning: PARTITION BY SYSTEM_TIME LIMIT 1000\n(PARTITION `past` HISTORY,\n PARTITION `now` CURRENT) → PARTITION BY SYSTEM_TIME LIMIT 1000\n(PARTITION `past` HISTORY,\n PARTITION `later` HISTORY,\n PARTITION `now` CURRENT)

-- ==== up ====
-- batch, mysql/system_versioning_alter_history = "KEEP"

-- 1. add partitions to the history of table prices (alter table:prices)
ALTER TABLE `prices`
  ADD PARTITION (PARTITION `later` HISTORY);

-- ==== down ====
-- batch, mysql/system_versioning_alter_history = "KEEP"

-- 1. partition table prices (alter table:prices)
--    ! blocks-writes, copies-table: copies table prices row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `prices`
PARTITION BY SYSTEM_TIME LIMIT 1000
(PARTITION `past` HISTORY,
 PARTITION `now` CURRENT);
