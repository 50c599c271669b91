-- create timescaledb/policy:m.retention
-- left alone: comment the database: not covered yet

-- ==== up ====
-- batch, all or nothing

-- 1. add a retention policy to m (create timescaledb/policy:m.retention)
--    ! data-loss, deletes-by-policy: has the server drop the chunks of m that are older than 1 year, from the next run of the policy on [irreversible]
SELECT add_retention_policy('public.m', drop_after => INTERVAL '1 year', schedule_interval => INTERVAL '1 day');
SELECT alter_job(j.job_id, max_runtime => INTERVAL '00:05:00', max_retries => -1, retry_period => INTERVAL '00:05:00')
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_retention'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'm';

-- The way down does not bring back:
--   create timescaledb/policy:m.retention: has the server drop the chunks of m that are older than 1 year, from the next run of the policy on

-- ==== down ====
-- batch, all or nothing

-- 1. remove the retention policy of m (drop timescaledb/policy:m.retention)
--    ! correctness, ends-policy: nothing does any more what the retention policy of m did
SELECT remove_retention_policy('public.m');
