-- alter timescaledb/job:tidy
--   change-paused paused: none → true

-- ==== up ====
-- batch, all or nothing

-- 1. change job tidy (alter timescaledb/job:tidy)
SELECT alter_job(j.job_id, scheduled => FALSE)
FROM timescaledb_information.jobs j
WHERE j.job_id = (
  SELECT min(o.job_id) FROM timescaledb_information.jobs o
  WHERE o.job_id >= 1000 AND format('%I.%I', o.proc_schema, o.proc_name) = 'public.tidy'
    AND o.config IS NOT DISTINCT FROM NULL
);

-- ==== down ====
-- batch, all or nothing

-- 1. change job tidy (alter timescaledb/job:tidy)
SELECT alter_job(j.job_id, scheduled => TRUE)
FROM timescaledb_information.jobs j
WHERE j.job_id = (
  SELECT min(o.job_id) FROM timescaledb_information.jobs o
  WHERE o.job_id >= 1000 AND format('%I.%I', o.proc_schema, o.proc_name) = 'public.tidy'
    AND o.config IS NOT DISTINCT FROM NULL
);
