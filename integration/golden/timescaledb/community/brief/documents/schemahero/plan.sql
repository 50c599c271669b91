-- create timescaledb/columnstore:conditions.columnstore
-- create timescaledb/policy:conditions.columnstore
-- create timescaledb/policy:conditions.retention
-- create timescaledb/policy:daily.refresh
-- create view:daily
-- create view:weekly

-- ==== up ====
-- batch, all or nothing

-- 1. turn the columnstore of conditions on (create timescaledb/columnstore:conditions.columnstore)
ALTER TABLE public.conditions SET (timescaledb.compress, timescaledb.compress_segmentby = 'location');

-- 2. add a columnstore policy to conditions (create timescaledb/policy:conditions.columnstore)
SELECT add_compression_policy('public.conditions', compress_after => INTERVAL '7 days', schedule_interval => INTERVAL '12:00:00');

-- 3. add a retention policy to conditions (create timescaledb/policy:conditions.retention)
--    ! data-loss, deletes-by-policy: has the server drop the chunks of conditions that are older than 90 days, from the next run of the policy on [irreversible]
SELECT add_retention_policy('public.conditions', drop_after => INTERVAL '90 days', schedule_interval => INTERVAL '1 day');

-- 4. create continuous aggregate daily (create view:daily)
CREATE MATERIALIZED VIEW public.daily WITH (timescaledb.continuous, timescaledb.materialized_only = true) AS
 SELECT public.time_bucket('1 day'::interval, "time") AS day,
    location,
    max(temperature) AS top
   FROM public.conditions
  GROUP BY (public.time_bucket('1 day'::interval, "time")), location
WITH NO DATA;

-- 5. add a refresh policy to daily (create timescaledb/policy:daily.refresh)
SELECT add_continuous_aggregate_policy('public.daily', start_offset => INTERVAL '30 days', end_offset => INTERVAL '1 day', schedule_interval => INTERVAL '1 day');
SELECT alter_job(j.job_id, retry_period => INTERVAL '1 day')
FROM timescaledb_information.jobs j
WHERE j.proc_name = 'policy_refresh_continuous_aggregate'
  AND j.hypertable_schema = 'public' AND j.hypertable_name = 'daily';

-- 6. create continuous aggregate weekly (create view:weekly)
CREATE MATERIALIZED VIEW public.weekly WITH (timescaledb.continuous, timescaledb.materialized_only = true) AS
 SELECT public.time_bucket('7 days'::interval, "time") AS week,
    min(temperature) AS low
   FROM public.conditions
  GROUP BY (public.time_bucket('7 days'::interval, "time"))
WITH NO DATA;

-- The way down does not bring back:
--   create timescaledb/policy:conditions.retention: has the server drop the chunks of conditions that are older than 90 days, from the next run of the policy on

-- ==== down ====
-- batch, all or nothing

-- 1. remove the columnstore policy of conditions (drop timescaledb/policy:conditions.columnstore)
--    ! correctness, ends-policy: nothing does any more what the columnstore policy of conditions did
SELECT remove_compression_policy('public.conditions');

-- 2. turn the columnstore of conditions off (drop timescaledb/columnstore:conditions.columnstore)
--    ! rewrite, leaves-columnstore: turns the columnstore of conditions off, which the server refuses while a chunk is in it
-- must find nothing: chunks of conditions are in the columnstore, and the columnstore is turned off only while none is
SELECT c.chunk_name FROM timescaledb_information.chunks c WHERE c.hypertable_schema = 'public' AND c.hypertable_name = 'conditions' AND c.is_compressed LIMIT 1;
ALTER TABLE public.conditions SET (timescaledb.compress = false);

-- 3. remove the retention policy of conditions (drop timescaledb/policy:conditions.retention)
--    ! correctness, ends-policy: nothing does any more what the retention policy of conditions did
SELECT remove_retention_policy('public.conditions');

-- 4. drop continuous aggregate daily (drop view:daily)
--    ! data-loss, drops-continuous-aggregate: drops what continuous aggregate daily has worked out, also of rows that a retention policy has taken since [irreversible]
DROP MATERIALIZED VIEW public.daily;

-- 5. drop continuous aggregate weekly (drop view:weekly)
--    ! data-loss, drops-continuous-aggregate: drops what continuous aggregate weekly has worked out, also of rows that a retention policy has taken since [irreversible]
DROP MATERIALIZED VIEW public.weekly;
