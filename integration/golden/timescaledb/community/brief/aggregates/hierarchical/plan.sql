-- create timescaledb/policy:daily.refresh
-- create timescaledb/policy:hourly.refresh
-- create view:daily
-- create view:hourly

-- ==== up ====
-- batch, all or nothing

-- 1. create continuous aggregate hourly (create view:hourly)
CREATE MATERIALIZED VIEW public.hourly WITH (timescaledb.continuous, timescaledb.materialized_only = true) AS
 SELECT public.time_bucket('01:00:00'::interval, "time") AS bucket,
    device,
    avg(value) AS average
   FROM public.m
  GROUP BY (public.time_bucket('01:00:00'::interval, "time")), device
WITH NO DATA;

-- 2. add a refresh policy to hourly (create timescaledb/policy:hourly.refresh)
SELECT add_continuous_aggregate_policy('public.hourly', start_offset => INTERVAL '3 days', end_offset => INTERVAL '01:00:00', schedule_interval => INTERVAL '01:00:00');
SELECT alter_job(j.job_id, retry_period => INTERVAL '01:00:00')
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_refresh_continuous_aggregate'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'hourly';

-- 3. create continuous aggregate daily (create view:daily)
CREATE MATERIALIZED VIEW public.daily WITH (timescaledb.continuous, timescaledb.materialized_only = true) AS
 SELECT public.time_bucket('1 day'::interval, bucket) AS day,
    max(average) AS top
   FROM public.hourly
  GROUP BY (public.time_bucket('1 day'::interval, bucket))
WITH NO DATA;

-- 4. add a refresh policy to daily (create timescaledb/policy:daily.refresh)
SELECT add_continuous_aggregate_policy('public.daily', start_offset => INTERVAL '30 days', end_offset => INTERVAL '1 day', schedule_interval => INTERVAL '1 day');
SELECT alter_job(j.job_id, retry_period => INTERVAL '1 day')
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_refresh_continuous_aggregate'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'daily';

-- ==== down ====
-- batch, all or nothing

-- 1. drop continuous aggregate daily (drop view:daily)
--    ! data-loss, drops-continuous-aggregate: drops what continuous aggregate daily has worked out, also of rows that a retention policy has taken since [irreversible]
DROP MATERIALIZED VIEW public.daily;

-- 2. drop continuous aggregate hourly (drop view:hourly)
--    ! data-loss, drops-continuous-aggregate: drops what continuous aggregate hourly has worked out, also of rows that a retention policy has taken since [irreversible]
DROP MATERIALIZED VIEW public.hourly;
