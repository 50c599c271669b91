-- alter timescaledb/hypertable:m.hypertable
--   change-interval dimensions.time.interval: 7 days → 1 days

-- ==== up ====
-- batch, all or nothing

-- 1. change the length of chunks of hypertable m (alter timescaledb/hypertable:m.hypertable)
--    ! correctness, counts-for-new-chunks: the length of chunks of m counts for chunks that are made from now on; those that are there stay as they are
SELECT set_chunk_time_interval('public.m', INTERVAL '1 days', 'time');

-- ==== down ====
-- batch, all or nothing

-- 1. change the length of chunks of hypertable m (alter timescaledb/hypertable:m.hypertable)
--    ! correctness, counts-for-new-chunks: the length of chunks of m counts for chunks that are made from now on; those that are there stay as they are
SELECT set_chunk_time_interval('public.m', INTERVAL '7 days', 'time');
