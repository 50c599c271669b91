-- create index:m_time_idx
-- create postgres/procedure:tidy(integer, jsonb)
-- create table:m
-- create timescaledb/columnstore:m.columnstore
-- create timescaledb/hypertable:m.hypertable
-- create timescaledb/job:tidy
-- create timescaledb/policy:hourly.refresh
-- create timescaledb/policy:m.columnstore
-- create timescaledb/policy:m.reorder
-- create timescaledb/policy:m.retention
-- create view:hourly

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. create procedure tidy(integer, jsonb) (create postgres/procedure:tidy(integer, jsonb))
CREATE PROCEDURE public.tidy(job_id integer, config jsonb)
 LANGUAGE plpgsql
AS $function$BEGIN NULL; END$function$;

-- 2. create table m (create table:m)
CREATE TABLE public.m (
  "time" timestamp with time zone NOT NULL,
  device integer NOT NULL,
  value double precision,
  note text
);

-- 3. make table m a hypertable (create timescaledb/hypertable:m.hypertable)
SELECT create_hypertable('public.m', 'time', chunk_time_interval => INTERVAL '7 days', create_default_indexes => FALSE);

-- 4. create index m_time_idx (create index:m_time_idx)
CREATE INDEX m_time_idx ON public.m USING btree ("time" DESC);

-- 5. turn the columnstore of m on (create timescaledb/columnstore:m.columnstore)
ALTER TABLE public.m SET (timescaledb.compress, timescaledb.compress_segmentby = 'device', timescaledb.compress_orderby = '"time" DESC');

-- 6. add job tidy (create timescaledb/job:tidy)
SELECT add_job('public.tidy', INTERVAL '01:00:00', config => '{"days":3}');

-- 7. add a columnstore policy to m (create timescaledb/policy:m.columnstore)
SELECT add_compression_policy('public.m', compress_after => INTERVAL '7 days', schedule_interval => INTERVAL '12:00:00');

-- 8. add a reorder policy to m (create timescaledb/policy:m.reorder)
SELECT add_reorder_policy('public.m', index_name => 'm_time_idx');
SELECT alter_job(j.job_id, schedule_interval => INTERVAL '84:00:00')
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_reorder'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'm';

-- 9. add a retention policy to m (create timescaledb/policy:m.retention)
--    ! data-loss, deletes-by-policy: has the server drop the chunks of m that are older than 90 days, from the next run of the policy on [irreversible]
SELECT add_retention_policy('public.m', drop_after => INTERVAL '90 days', schedule_interval => INTERVAL '1 day');

-- 10. create continuous aggregate hourly (create view:hourly)
CREATE MATERIALIZED VIEW public.hourly WITH (timescaledb.continuous, timescaledb.materialized_only = true) AS
 SELECT public.time_bucket('01:00:00'::interval, "time") AS bucket,
    device,
    avg(value) AS average
   FROM public.m
  GROUP BY (public.time_bucket('01:00:00'::interval, "time")), device
WITH NO DATA;

-- 11. add a refresh policy to hourly (create timescaledb/policy:hourly.refresh)
SELECT add_continuous_aggregate_policy('public.hourly', start_offset => INTERVAL '3 days', end_offset => INTERVAL '01:00:00', schedule_interval => INTERVAL '01:00:00');
SELECT alter_job(j.job_id, retry_period => INTERVAL '01:00:00')
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_refresh_continuous_aggregate'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'hourly';

-- The way down does not bring back:
--   create timescaledb/policy:m.retention: has the server drop the chunks of m that are older than 90 days, from the next run of the policy on

-- ==== down ====
-- batch, all or nothing

-- 1. delete job tidy (drop timescaledb/job:tidy)
--    ! correctness, ends-policy: nothing does any more what the job policy of tidy did
SELECT delete_job(j.job_id)
FROM timescaledb_information.jobs j
WHERE j.job_id = (
  SELECT min(o.job_id) FROM timescaledb_information.jobs o
  WHERE o.job_id >= 1000 AND format('%I.%I', o.proc_schema, o.proc_name) = 'public.tidy'
    AND o.config IS NOT DISTINCT FROM '{"days":3}'::jsonb
);

-- 2. drop procedure tidy(integer, jsonb) (drop postgres/procedure:tidy(integer, jsonb))
--    ! correctness, drops-routine: drops procedure tidy(integer, jsonb): statements that call it fail from then on, also those in the bodies of others
DROP PROCEDURE public.tidy(integer, jsonb);

-- 3. drop continuous aggregate hourly (drop view:hourly)
--    ! data-loss, drops-continuous-aggregate: drops what continuous aggregate hourly has worked out, also of rows that a retention policy has taken since [irreversible]
DROP MATERIALIZED VIEW public.hourly;

-- 4. drop table m (drop table:m)
--    ! data-loss, drops-table: drops table m with all of its rows [irreversible]
DROP TABLE public.m;
