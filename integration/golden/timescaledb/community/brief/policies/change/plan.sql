-- alter timescaledb/policy:m.columnstore
--   change-config config.compress_after: 7 days → 14 days
--   change-maxRetries maxRetries: -1 → 3
--   change-paused paused: none → true
-- alter timescaledb/policy:m.retention
--   change-config config.drop_after: 90 days → 60 days
--   change-schedule schedule: 1 day → 06:00:00

-- ==== up ====
-- batch, all or nothing

-- 1. change the columnstore policy of m (alter timescaledb/policy:m.columnstore)
SELECT alter_job(j.job_id, max_retries => 3, scheduled => FALSE, config => j.config || '{"compress_after":"14 days"}'::jsonb)
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_compression'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'm';

-- 2. change the retention policy of m (alter timescaledb/policy:m.retention)
--    ! data-loss, deletes-by-policy: has the server drop the chunks of m that are older than 60 days, from the next run of the policy on [irreversible]
SELECT alter_job(j.job_id, schedule_interval => INTERVAL '06:00:00', config => j.config || '{"drop_after":"60 days"}'::jsonb)
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_retention'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'm';

-- The way down does not bring back:
--   alter timescaledb/policy:m.retention: has the server drop the chunks of m that are older than 60 days, from the next run of the policy on

-- ==== down ====
-- batch, all or nothing

-- 1. change the columnstore policy of m (alter timescaledb/policy:m.columnstore)
SELECT alter_job(j.job_id, max_retries => -1, scheduled => TRUE, config => j.config || '{"compress_after":"7 days"}'::jsonb)
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_compression'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'm';

-- 2. change the retention policy of m (alter timescaledb/policy:m.retention)
--    ! data-loss, deletes-by-policy: has the server drop the chunks of m that are older than 90 days, from the next run of the policy on [irreversible]
SELECT alter_job(j.job_id, schedule_interval => INTERVAL '1 day', config => j.config || '{"drop_after":"90 days"}'::jsonb)
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_retention'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'm';
