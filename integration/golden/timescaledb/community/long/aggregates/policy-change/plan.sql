-- alter timescaledb/policy:hourly.refresh
--   change-config config.end_offset: 01:00:00 → 02:00:00
--   change-config config.start_offset: 3 days → 7 days
--   change-schedule schedule: 01:00:00 → 00:30:00
--   change-retryPeriod retryPeriod: 01:00:00 → 00:30:00

-- ==== up ====
-- batch, all or nothing

-- 1. change the refresh policy of hourly (alter timescaledb/policy:hourly.refresh)
SELECT alter_job(j.job_id, schedule_interval => INTERVAL '00:30:00', retry_period => INTERVAL '00:30:00', config => j.config || '{"end_offset":"02:00:00","start_offset":"7 days"}'::jsonb)
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_refresh_continuous_aggregate'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'hourly';

-- ==== down ====
-- batch, all or nothing

-- 1. change the refresh policy of hourly (alter timescaledb/policy:hourly.refresh)
SELECT alter_job(j.job_id, schedule_interval => INTERVAL '01:00:00', retry_period => INTERVAL '01:00:00', config => j.config || '{"end_offset":"01:00:00","start_offset":"3 days"}'::jsonb)
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_refresh_continuous_aggregate'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'hourly';
