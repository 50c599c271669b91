-- alter timescaledb/hypertable:m.hypertable
--   change-partitions dimensions.device.partitions: 4 → 8

-- ==== up ====
-- batch, all or nothing

-- 1. change the number of partitions of hypertable m (alter timescaledb/hypertable:m.hypertable)
--    ! correctness, counts-for-new-chunks: the number of partitions of m counts for chunks that are made from now on; those that are there stay as they are
SELECT set_number_partitions('public.m', 8, 'device');

-- ==== down ====
-- batch, all or nothing

-- 1. change the number of partitions of hypertable m (alter timescaledb/hypertable:m.hypertable)
--    ! correctness, counts-for-new-chunks: the number of partitions of m counts for chunks that are made from now on; those that are there stay as they are
SELECT set_number_partitions('public.m', 4, 'device');
