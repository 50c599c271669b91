-- create timescaledb/columnstore:hourly.columnstore
-- create timescaledb/policy:hourly.columnstore
-- create timescaledb/policy:hourly.refresh
-- create timescaledb/policy:hourly.retention

-- ==== up ====
-- batch, all or nothing

-- 1. turn the columnstore of hourly on (create timescaledb/columnstore:hourly.columnstore)
ALTER MATERIALIZED VIEW public.hourly SET (timescaledb.compress, timescaledb.compress_segmentby = 'device', timescaledb.compress_orderby = 'bucket');

-- 2. add a refresh policy to hourly (create timescaledb/policy:hourly.refresh)
SELECT add_continuous_aggregate_policy('public.hourly', start_offset => INTERVAL '3 days', end_offset => INTERVAL '01:00:00', schedule_interval => INTERVAL '01:00:00');
SELECT alter_job(j.job_id, retry_period => INTERVAL '01:00:00')
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_refresh_continuous_aggregate'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'hourly';

-- 3. add a columnstore policy to hourly (create timescaledb/policy:hourly.columnstore)
SELECT add_compression_policy('public.hourly', compress_after => INTERVAL '40 days', schedule_interval => INTERVAL '12:00:00');

-- 4. add a retention policy to hourly (create timescaledb/policy:hourly.retention)
--    ! data-loss, deletes-by-policy: has the server drop the chunks of hourly that are older than 1 year, from the next run of the policy on [irreversible]
SELECT add_retention_policy('public.hourly', drop_after => INTERVAL '1 year', schedule_interval => INTERVAL '1 day');

-- The way down does not bring back:
--   create timescaledb/policy:hourly.retention: has the server drop the chunks of hourly that are older than 1 year, from the next run of the policy on

-- ==== down ====
-- batch, all or nothing

-- 1. remove the columnstore policy of hourly (drop timescaledb/policy:hourly.columnstore)
--    ! correctness, ends-policy: nothing does any more what the columnstore policy of hourly did
SELECT remove_compression_policy('public.hourly');

-- 2. turn the columnstore of hourly off (drop timescaledb/columnstore:hourly.columnstore)
--    ! rewrite, leaves-columnstore: turns the columnstore of hourly off, which the server refuses while a chunk is in it
ALTER MATERIALIZED VIEW public.hourly SET (timescaledb.compress = false);

-- 3. remove the refresh policy of hourly (drop timescaledb/policy:hourly.refresh)
--    ! correctness, ends-policy: nothing does any more what the refresh policy of hourly did
SELECT remove_continuous_aggregate_policy('public.hourly');

-- 4. remove the retention policy of hourly (drop timescaledb/policy:hourly.retention)
--    ! correctness, ends-policy: nothing does any more what the retention policy of hourly did
SELECT remove_retention_policy('public.hourly');
