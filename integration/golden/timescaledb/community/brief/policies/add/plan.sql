-- create timescaledb/policy:m.columnstore
-- create timescaledb/policy:m.reorder
-- create timescaledb/policy:m.retention

-- ==== up ====
-- batch, all or nothing

-- 1. add a columnstore policy to m (create timescaledb/policy:m.columnstore)
SELECT add_compression_policy('public.m', compress_after => INTERVAL '7 days', schedule_interval => INTERVAL '12:00:00');

-- 2. add a reorder policy to m (create timescaledb/policy:m.reorder)
SELECT add_reorder_policy('public.m', index_name => 'm_time_idx');
SELECT alter_job(j.job_id, schedule_interval => INTERVAL '84:00:00')
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_reorder'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'm';

-- 3. add a retention policy to m (create timescaledb/policy:m.retention)
--    ! data-loss, deletes-by-policy: has the server drop the chunks of m that are older than 90 days, from the next run of the policy on [irreversible]
SELECT add_retention_policy('public.m', drop_after => INTERVAL '90 days', schedule_interval => INTERVAL '1 day');

-- The way down does not bring back:
--   create timescaledb/policy:m.retention: has the server drop the chunks of m that are older than 90 days, from the next run of the policy on

-- ==== down ====
-- batch, all or nothing

-- 1. remove the columnstore policy of m (drop timescaledb/policy:m.columnstore)
--    ! correctness, ends-policy: nothing does any more what the columnstore policy of m did
SELECT remove_compression_policy('public.m');

-- 2. remove the reorder policy of m (drop timescaledb/policy:m.reorder)
--    ! correctness, ends-policy: nothing does any more what the reorder policy of m did
SELECT remove_reorder_policy('public.m');

-- 3. remove the retention policy of m (drop timescaledb/policy:m.retention)
--    ! correctness, ends-policy: nothing does any more what the retention policy of m did
SELECT remove_retention_policy('public.m');
