-- alter timescaledb/job:tidy
--   change-config config.days: 3 → 7
--   change-schedule schedule: 01:00:00 → 02:00:00

-- ==== up ====
-- batch, all or nothing

-- 1. change job tidy (alter timescaledb/job:tidy)
SELECT alter_job(j.job_id, schedule_interval => INTERVAL '02:00:00', config => '{"days":7}')
FROM timescaledb_information.jobs j
WHERE j.job_id = (
  SELECT min(o.job_id) FROM timescaledb_information.jobs o
  WHERE o.job_id >= 1000 AND format('%I.%I', o.proc_schema, o.proc_name) = 'public.tidy'
    AND o.config IS NOT DISTINCT FROM '{"days":3}'::jsonb
);

-- ==== down ====
-- batch, all or nothing

-- 1. change job tidy (alter timescaledb/job:tidy)
SELECT alter_job(j.job_id, schedule_interval => INTERVAL '01:00:00', config => '{"days":3}')
FROM timescaledb_information.jobs j
WHERE j.job_id = (
  SELECT min(o.job_id) FROM timescaledb_information.jobs o
  WHERE o.job_id >= 1000 AND format('%I.%I', o.proc_schema, o.proc_name) = 'public.tidy'
    AND o.config IS NOT DISTINCT FROM '{"days":7}'::jsonb
);
