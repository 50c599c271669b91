-- alter timescaledb/policy:m.reorder
--   change-config config.index_name: m_time_idx → by_device

-- ==== up ====
-- batch, all or nothing

-- 1. change the reorder policy of m (alter timescaledb/policy:m.reorder)
SELECT alter_job(j.job_id, config => j.config || '{"index_name":"by_device"}'::jsonb)
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_reorder'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'm';

-- ==== down ====
-- batch, all or nothing

-- 1. change the reorder policy of m (alter timescaledb/policy:m.reorder)
SELECT alter_job(j.job_id, config => j.config || '{"index_name":"m_time_idx"}'::jsonb)
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_reorder'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'm';
