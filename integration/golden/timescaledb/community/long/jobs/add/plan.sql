-- create timescaledb/job:tidy
-- create timescaledb/job:tidy 2

-- ==== up ====
-- batch, all or nothing

-- 1. add job tidy (create timescaledb/job:tidy)
SELECT add_job('public.tidy', INTERVAL '1 day', config => '{"a":1}');

-- 2. add job tidy 2 (create timescaledb/job:tidy 2)
SELECT add_job('public.tidy', INTERVAL '1 day', config => '{"a":2}', fixed_schedule => FALSE);

-- ==== down ====
-- batch, all or nothing

-- 1. delete job tidy (drop timescaledb/job:tidy)
--    ! correctness, ends-policy: nothing does any more what the job policy of tidy did
SELECT delete_job(j.job_id)
FROM timescaledb_information.jobs j
WHERE j.job_id = (
  SELECT min(o.job_id) FROM timescaledb_information.jobs o
  WHERE o.job_id >= 1000 AND format('%I.%I', o.proc_schema, o.proc_name) = 'public.tidy'
    AND o.config IS NOT DISTINCT FROM '{"a":1}'::jsonb
);

-- 2. delete job tidy 2 (drop timescaledb/job:tidy 2)
--    ! correctness, ends-policy: nothing does any more what the job policy of tidy 2 did
SELECT delete_job(j.job_id)
FROM timescaledb_information.jobs j
WHERE j.job_id = (
  SELECT min(o.job_id) FROM timescaledb_information.jobs o
  WHERE o.job_id >= 1000 AND format('%I.%I', o.proc_schema, o.proc_name) = 'public.tidy'
    AND o.config IS NOT DISTINCT FROM '{"a":2}'::jsonb
);
