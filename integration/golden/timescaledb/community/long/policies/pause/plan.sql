-- alter timescaledb/policy:m.retention
--   change-paused paused: none → true

-- ==== up ====
-- batch, all or nothing

-- 1. change the retention policy of m (alter timescaledb/policy:m.retention)
SELECT alter_job(j.job_id, scheduled => FALSE)
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_retention'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'm';

-- ==== down ====
-- batch, all or nothing

-- 1. change the retention policy of m (alter timescaledb/policy:m.retention)
SELECT alter_job(j.job_id, scheduled => TRUE)
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_retention'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'm';
