-- alter table:t
--   change-partitioning partitioning: PARTITION BY KEY (`a`)\nPARTITIONS 4 → PARTITION BY KEY (`a`)\nPARTITIONS 3

-- ==== up ====
-- batch

-- 1. merge partitions of table t (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `t`
  COALESCE PARTITION 1;

-- ==== down ====
-- batch

-- 1. add partitions to table t (alter table:t)
--    ! blocks-writes, copies-table: copies table t row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `t`
  ADD PARTITION PARTITIONS 1;
