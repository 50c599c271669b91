-- alter timescaledb/policy:m.retention
--   change-maxRuntime maxRuntime: 00:05:00 → 00:10:00
--   change-maxRetries maxRetries: -1 → 5
--   change-retryPeriod retryPeriod: 00:05:00 → 01:00:00

-- ==== up ====
-- batch, all or nothing

-- 1. change the retention policy of m (alter timescaledb/policy:m.retention)
SELECT alter_job(j.job_id, max_runtime => INTERVAL '00:10:00', max_retries => 5, retry_period => INTERVAL '01:00:00')
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_retention'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'm';

-- ==== down ====
-- batch, all or nothing

-- 1. change the retention policy of m (alter timescaledb/policy:m.retention)
SELECT alter_job(j.job_id, max_runtime => INTERVAL '00:05:00', max_retries => -1, retry_period => INTERVAL '00:05:00')
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_retention'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'm';
