-- drop timescaledb/policy:hourly.refresh

-- ==== up ====
-- batch, all or nothing

-- 1. remove the refresh policy of hourly (drop timescaledb/policy:hourly.refresh)
--    ! correctness, ends-policy: nothing does any more what the refresh policy of hourly did
SELECT remove_continuous_aggregate_policy('public.hourly');

-- ==== down ====
-- batch, all or nothing

-- 1. add a refresh policy to hourly (create timescaledb/policy:hourly.refresh)
SELECT add_continuous_aggregate_policy('public.hourly', start_offset => INTERVAL '3 days', end_offset => INTERVAL '01:00:00', schedule_interval => INTERVAL '01:00:00');
SELECT alter_job(j.job_id, retry_period => INTERVAL '01:00:00')
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_refresh_continuous_aggregate'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'hourly';
